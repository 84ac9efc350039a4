import type { SaidTopic } from './said-topics.ts';

export const german: readonly SaidTopic[] = [
  {
    motion: 'Auf allen Autobahnen soll ein Tempolimit von 130 km/h gelten.',
    half: 'chooses',
    for: {
      triples: [
        [
          'Ein Tempolimit senkt den Ausstoß von CO2 sofort und kostet fast nichts.',
          'Weniger CO2 lässt sich nirgends so billig erreichen wie mit einer Begrenzung auf 130.',
          'Ein Tempolimit senkt den Ausstoß von CO2 kaum, kostet aber viele Arbeitsplätze.',
        ],
        [
          'Es gäbe weniger schwere Unfälle mit Toten.',
          'Die Zahl der Verkehrstoten würde sinken, weil Unfälle weniger schwer ausfallen.',
          'Die meisten schweren Unfälle mit Toten geschehen auf Landstraßen.',
        ],
        [
          'Der Verkehr fließt gleichmäßiger, und es bilden sich weniger Staus.',
          'Wenn alle ähnlich schnell fahren, gibt es weniger Stau.',
          'Staus entstehen durch Baustellen, nicht durch zu schnelles Fahren.',
        ],
        [
          'Langsameres Fahren verbraucht weniger Kraftstoff und spart den Leuten Geld.',
          'Wer nicht rast, tankt seltener und hat am Monatsende mehr im Geldbeutel.',
          'Langsameres Fahren kostet die Leute Zeit, und Zeit ist Geld.',
        ],
        [
          'Ältere Menschen trauen sich wieder auf die Autobahn.',
          'Senioren hätten weniger Angst vor der Autobahn.',
          'Ältere Menschen verursachen auf der Autobahn mehr Unfälle.',
        ],
        [
          'Alle Nachbarländer haben längst ein Limit.',
          'Deutschland ist in Europa das einzige Land ohne Höchstgeschwindigkeit.',
          'Alle Nachbarländer haben trotz Limit mehr Verkehrstote.',
        ],
        [
          'Anwohner hätten weniger Lärm.',
          'Für die Menschen neben der Autobahn würde es leiser.',
          'Anwohner hätten mehr Lärm, weil Lastwagen öfter überholen.',
        ],
      ],
      besides: [
        'Schwere Unfälle kosten die Krankenkassen jedes Jahr Milliarden.',
        'Anwohner hätten bessere Luft.',
      ],
    },
    against: {
      triples: [
        [
          'Die deutsche Autoindustrie lebt davon, dass ihre Wagen schnell fahren dürfen.',
          'Für den Ruf deutscher Autos im Ausland ist freie Fahrt unverzichtbar.',
          'Die deutsche Autoindustrie baut ihre Wagen ohnehin für Länder mit Limit.',
        ],
        [
          'Die Freiheit des Einzelnen wird ohne Not eingeschränkt.',
          'Der Staat greift unnötig in die persönliche Freiheit der Autofahrer ein.',
          'Die Freiheit des Einzelnen endet dort, wo andere gefährdet werden.',
        ],
        [
          'Auf den meisten Strecken gelten schon heute Beschränkungen.',
          'Ein großer Teil der Autobahnen ist bereits beschränkt, eine Regel für alle ändert wenig.',
          'Auf den meisten Strecken gelten heute noch keine Beschränkungen.',
        ],
        [
          'Elektroautos fahren wegen der Reichweite sowieso nicht schnell.',
          'Mit einem Elektroauto rast niemand, weil sonst der Akku leer ist.',
          'Elektroautos fahren mit sauberem Strom und brauchen kein Limit.',
        ],
        [
          'Die Einhaltung lässt sich mit der vorhandenen Polizei nicht kontrollieren.',
          'Für Kontrollen fehlen der Polizei die Leute.',
          'Die Polizei kontrolliert die Einhaltung schon heute mit Brückenkameras.',
        ],
      ],
      besides: [
        'Auf der Autobahn sind zu viele Lastwagen unterwegs.',
        'Elektroautos kosten mehr als andere Wagen.',
      ],
    },
  },
  {
    motion: 'Deutschland soll ein bedingungsloses Grundeinkommen einführen.',
    half: 'reports',
    for: {
      triples: [
        [
          'Niemand müsste mehr Angst vor Armut im Alter haben.',
          'Altersarmut gäbe es nicht mehr.',
          'Die Angst vor Armut treibt viele im Alter zurück in die Arbeit.',
        ],
        [
          'Menschen könnten sich trauen, eine Firma zu gründen.',
          'Mehr Leute würden den Schritt in die Selbständigkeit wagen und ein Unternehmen gründen.',
          'Menschen gründen eine Firma, wenn der Markt es lohnt, nicht weil der Staat sie versorgt.',
        ],
        [
          'Die Ämter könnten schrumpfen, weil nichts mehr geprüft werden muss.',
          'Wo niemand Anträge prüft, braucht es weniger Beamte in den Ämtern.',
          'Die Ämter müssten wachsen, weil der Wohnsitz aller geprüft werden muss.',
        ],
        [
          'Wer Kinder oder Eltern pflegt, bekäme endlich etwas dafür.',
          'Pflege in der Familie würde endlich bezahlt.',
          'Wer Eltern pflegt, bekommt schon Pflegegeld.',
        ],
        [
          'Schlecht bezahlte Arbeit müsste besser entlohnt werden, weil sonst niemand sie macht.',
          'Arbeitgeber müssten höhere Löhne für unbeliebte Arbeit bieten.',
          'Arbeitgeber würden Löhne senken, weil alle schon ein Einkommen haben.',
        ],
        [
          'In Finnland waren die Empfänger zufriedener und gesünder.',
          'Der finnische Versuch zeigte, dass es den Teilnehmern gesundheitlich besser ging.',
          'In Finnland wurde der Versuch nach zwei Jahren beendet.',
        ],
        [
          'Roboter nehmen uns die Arbeit weg, also muss das Einkommen anders verteilt werden.',
          'Durch Automatisierung verschwinden Stellen, deshalb brauchen wir ein Einkommen ohne Arbeit.',
          'Roboter schaffen mehr Arbeit, als sie uns wegnehmen.',
        ],
        [
          'Sozialhilfe beschämt die, die sie beantragen müssen.',
          'Viele schämen sich für den Gang zum Sozialamt.',
          'Sozialhilfe bekommen auch die, die sie nicht beantragen müssten.',
        ],
      ],
      besides: [
        'Viele würden im Alter weiter arbeiten.',
        'Wer Kinder hat, bekäme mehr als heute.',
        'Die Ämter arbeiten mit veralteter Technik.',
      ],
    },
    against: {
      triples: [
        [
          'Viele würden aufhören zu arbeiten.',
          'Wenn das Geld ohnehin kommt, geht kaum noch jemand zur Arbeit.',
          'Viele würden weiter arbeiten, weil Arbeit mehr ist als Geld.',
        ],
        [
          'Der Staat kann tausend Euro im Monat für alle nicht bezahlen.',
          'Ein Grundeinkommen von tausend Euro ist für den Staat unbezahlbar.',
          'Der Staat zahlt schon heute für manche mehr als tausend Euro im Monat.',
        ],
        [
          'Es ist ungerecht, dass auch Millionäre Geld bekommen.',
          'Reiche brauchen kein Geld vom Staat, ihnen welches zu geben ist unfair.',
          'Es ist gerecht, dass alle dasselbe bekommen, auch Millionäre.',
        ],
        [
          'Vermieter würden die Mieten erhöhen, und das Geld wäre weg.',
          'Steigende Mieten fressen das zusätzliche Geld gleich wieder auf.',
          'Vermieter würden mehr Wohnungen bauen, und die Mieten fielen.',
        ],
      ],
      besides: ['Mieten steigen vor allem dort, wo es Arbeit gibt.'],
    },
  },
];
