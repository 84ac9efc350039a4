import type { SaidTopic } from './said-topics.ts';

export const french: readonly SaidTopic[] = [
  {
    motion: 'Le vote doit être obligatoire.',
    half: 'chooses',
    for: {
      triples: [
        [
          'Un parlement élu par la moitié des citoyens n’est pas légitime.',
          'La légitimité d’un élu est faible quand un citoyen sur deux s’abstient.',
          'Un parlement élu par des citoyens contraints n’est pas plus légitime.',
        ],
        [
          'Les pauvres et les jeunes seraient enfin mieux représentés.',
          'Les jeunes et les classes populaires pèseraient davantage dans les urnes.',
          'Les pauvres et les jeunes paieraient le plus d’amendes.',
        ],
        [
          'Les partis dépenseraient moins pour mobiliser leurs électeurs.',
          'Les campagnes coûteraient moins cher, puisqu’il ne faudrait plus mobiliser les électeurs.',
          'Les partis dépenseraient autant pour convaincre les électeurs.',
        ],
        [
          'En Belgique, le vote obligatoire fonctionne depuis plus d’un siècle.',
          'Les Belges sont obligés de voter depuis longtemps et cela marche.',
          'En Belgique, le vote obligatoire a été supprimé pour les élections locales en Flandre.',
        ],
        [
          'Voter est un devoir comme payer l’impôt.',
          'On est bien obligé de payer ses impôts : voter est un devoir du même ordre.',
          'Voter sur l’impôt est un droit, le payer est un devoir.',
        ],
        [
          'Le vote blanc permet à chacun de dire son refus.',
          'Celui qui rejette tous les candidats peut toujours voter blanc.',
          'Le vote blanc n’est pas compté et ne permet de rien dire.',
        ],
        [
          'L’obligation pousse les gens à s’informer avant l’élection.',
          'Sachant qu’ils doivent voter, les citoyens s’informeraient davantage.',
          'L’obligation pousse les gens à mentir dans les sondages avant l’élection.',
        ],
      ],
      besides: [
        'En Belgique, les partis reçoivent de l’argent public.',
        'Les amendes rapporteraient de l’argent à l’État.',
      ],
    },
    against: {
      triples: [
        [
          'Le droit de vote comprend le droit de ne pas voter.',
          'S’abstenir est une liberté : on doit pouvoir ne pas voter.',
          'Le droit de vote a été conquis, et ne pas voter le méprise.',
        ],
        [
          'Des électeurs mal informés votent au hasard.',
          'Qui ne s’intéresse pas à la politique choisira son bulletin au hasard.',
          'Des électeurs tirés au hasard s’informent mieux que les autres.',
        ],
        [
          'L’amende punit ceux qui n’ont déjà pas d’argent.',
          'Sanctionner financièrement les abstentionnistes frappe surtout les plus pauvres.',
          'L’amende est si faible qu’elle ne punit personne.',
        ],
        [
          'Les extrêmes profiteraient du vote de protestation.',
          'Forcés d’aller aux urnes, les mécontents voteraient pour les extrêmes.',
          'Les extrêmes perdraient, car les modérés iraient voter eux aussi.',
        ],
        [
          'L’État n’a pas les moyens de contrôler des millions d’abstentions.',
          'Poursuivre des millions d’abstentionnistes est impossible pour l’administration.',
          'L’État a les moyens de contrôler le vote par internet.',
        ],
      ],
      besides: [
        'Les jeunes ne lisent plus les programmes des partis.',
        'Le vote par internet attirerait plus de citoyens.',
      ],
    },
  },
  {
    motion: 'La semaine de travail doit passer à quatre jours.',
    half: 'reports',
    for: {
      triples: [
        [
          'Les salariés reposés travaillent mieux et font moins d’erreurs.',
          'Quand on est reposé, on commet moins d’erreurs au travail.',
          'Les salariés pressés par quatre jours font plus d’erreurs.',
        ],
        [
          'Un jour de trajet en moins réduit la pollution.',
          'On pollue moins quand on fait un trajet de moins chaque semaine.',
          'Un jour libre de plus augmente les trajets de loisir et la pollution.',
        ],
        [
          'Les pères passeraient plus de temps avec leurs enfants.',
          'Les hommes s’occuperaient davantage de leurs enfants.',
          'Les enfants passeraient plus de temps devant les écrans de leurs pères.',
        ],
        [
          'L’Islande l’a essayé et la productivité est restée la même.',
          'L’expérience islandaise montre que la productivité ne diminue pas.',
          'L’Islande a réduit les heures sans supprimer un jour.',
        ],
        [
          'Partager le travail crée des emplois pour les chômeurs.',
          'Réduire le temps de travail permettrait d’embaucher des chômeurs.',
          'Le travail ne se partage pas : un chômeur ne remplace pas un ingénieur.',
        ],
        [
          'Le burn-out recule quand la semaine est plus courte.',
          'Une semaine raccourcie protège de l’épuisement professionnel.',
          'Le burn-out vient du mépris des chefs et non de la longueur de la semaine.',
        ],
      ],
      besides: ['Les salariés reposés tombent moins souvent malades.'],
    },
    against: {
      triples: [
        [
          'Les petites entreprises ne peuvent pas embaucher pour remplacer le jour perdu.',
          'Une petite entreprise n’a pas de quoi recruter quelqu’un pour la journée manquante.',
          'Les petites entreprises attirent plus de candidats avec un jour libre.',
        ],
        [
          'Les hôpitaux manquent déjà d’infirmières et devraient en trouver encore plus.',
          'À l’hôpital, il n’y a pas assez de soignants pour réduire leur temps de travail.',
          'Les hôpitaux garderaient leurs infirmières si elles étaient moins épuisées.',
        ],
        [
          'Le salaire baissera avec les heures.',
          'Moins d’heures, ce sera moins de salaire à la fin du mois.',
          'Le salaire restera le même pour moins d’heures.',
        ],
        [
          'Dix heures par jour épuisent plus que huit.',
          'Des journées de dix heures sont trop fatigantes.',
          'Huit heures par jour suffisent pour faire le travail de dix.',
        ],
        [
          'Les clients ne trouveraient plus personne le vendredi.',
          'Le vendredi, plus personne ne répondrait aux clients.',
          'Les clients du vendredi sont trop peu nombreux pour payer le chauffage.',
        ],
        [
          'Nos concurrents étrangers travaillent cinq jours et nous dépasseront.',
          'Face à la concurrence étrangère, travailler moins nous ferait perdre des marchés.',
          'Nos concurrents étrangers passent eux aussi à quatre jours.',
        ],
      ],
      besides: [
        'Les petites entreprises paient déjà trop de charges.',
        'Les enfants ont école cinq jours par semaine.',
        'Les hôpitaux fonctionnent la nuit et le dimanche.',
      ],
    },
  },
];
