export const hues = {
  colour: 'Colour',
  hue: '{hue, select, blue {Blue} ochre {Ochre} violet {Violet} teal {Teal} rose {Rose} olive {Olive} slate {Slate} umber {Umber} other {{hue}}}',
};
