export const hues = {
  colour: 'Color',
  hue: {
    blue: 'Blue',
    ochre: 'Ochre',
    violet: 'Violet',
    teal: 'Teal',
    rose: 'Rose',
    olive: 'Olive',
    slate: 'Slate',
    umber: 'Umber',
  },
};
