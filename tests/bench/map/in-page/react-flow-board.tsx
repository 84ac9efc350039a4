import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import './react-flow-board.css';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import type { CardChange, PlacedCard } from './placed-card.ts';

type CardNode = Node<{ card: PlacedCard }, 'card'>;

declare global {
  /** Shows a change, and keeps a card where it is on the screen; answers when that was begun, in milliseconds since the navigation. */
  var showChange: (change: CardChange, near: string) => number;
}

/** A claim as simply as it can be shown: what it does, what it says, how it stands. */
const Card = memo(function Card({ data: { card } }: NodeProps<CardNode>) {
  const { relation, text, agree, disagree } = card;
  return (
    <>
      <Handle type="target" position={Position.Right} />
      <small>{relation === null ? '' : `${relation}s`}</small>
      <p>{text}</p>
      <meter max={agree + disagree || 1} value={agree} /> {agree} – {disagree}
      <Handle type="source" position={Position.Left} />
    </>
  );
});

const NODE_TYPES = { card: Card };
const CARDS: PlacedCard[] = JSON.parse(document.getElementById('cards')?.textContent ?? '[]');
/** As Parley's camera opens. */
const START = { x: 24, y: 400 - middleOf(CARDS[0]) * 0.84, zoom: 0.84 };

/** A React Flow board at its best: only what is in view is rendered, all sizes are known, nothing is around it. */
function Board() {
  const [nodes, setNodes, onNodesChange] = useNodesState<CardNode>(CARDS.map(nodeOf));
  const [edges, setEdges, onEdgesChange] = useEdgesState<Edge>(CARDS.flatMap(edgeOf));
  const begin = (flow: ReactFlowInstance<CardNode, Edge>) => {
    globalThis.showChange = ({ cards, gone }, near) => {
      const begun = performance.now();
      const changed = new Map(cards.map((card) => [card.id, card]));
      const left = new Set(gone);
      const known = new Set(flow.getNodes().map(({ id }) => id));
      const added = cards.filter(({ id }) => !known.has(id));
      setNodes((now) => [
        ...now.filter(({ id }) => !left.has(id)).map((node) => changedNode(node, changed.get(node.id))),
        ...added.map(nodeOf),
      ]);
      if (added.length > 0 || gone.length > 0)
        setEdges((now) => [...now.filter(({ source }) => !left.has(source)), ...added.flatMap(edgeOf)]);
      const { x, y, zoom } = flow.getViewport();
      const moved = (changed.get(near)?.y ?? Number.NaN) - (flow.getNode(near)?.position.y ?? Number.NaN);
      if (moved) void flow.setViewport({ x, y: y - moved * zoom, zoom });
      return begun;
    };
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={NODE_TYPES}
      onInit={begin}
      defaultViewport={START}
      minZoom={0.02}
      maxZoom={2}
      onlyRenderVisibleElements
      panOnScroll
      panOnScrollSpeed={1}
    />
  );
}

function nodeOf(card: PlacedCard): CardNode {
  const { id, x, y, width, height } = card;
  const handle = { y: height / 2, width: 1, height: 1 };
  return {
    id,
    type: 'card',
    position: { x, y },
    width,
    height,
    data: { card },
    // Given, so that links of cards out of view need no measuring.
    handles: [
      { ...handle, x: width, type: 'target', position: Position.Right },
      { ...handle, x: 0, type: 'source', position: Position.Left },
    ],
  };
}

function changedNode(node: CardNode, card: PlacedCard | undefined): CardNode {
  return card ? { ...node, ...nodeOf(card) } : node;
}

function edgeOf({ id, parent, relation }: PlacedCard): Edge[] {
  const className = relation ?? 'answer';
  return parent === null ? [] : [{ id: `of-${id}`, source: id, target: parent, className }];
}

function middleOf(card: PlacedCard | undefined): number {
  return card ? card.y + card.height / 2 : 0;
}

createRoot(document.getElementById('board') ?? document.body).render(<Board />);
