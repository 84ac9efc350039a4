import type { SaidTopic } from './said-topics.ts';

export const spanish: readonly SaidTopic[] = [
  {
    motion: 'Hay que prohibir los pisos turísticos.',
    half: 'chooses',
    for: {
      triples: [
        [
          'Los pisos turísticos hacen subir el alquiler de los vecinos.',
          'Por culpa de los pisos para turistas los vecinos pagan alquileres más altos.',
          'El alquiler de los vecinos sube porque se construye poco.',
        ],
        [
          'El ruido de las maletas y las fiestas no deja dormir.',
          'Los vecinos no pueden dormir por las fiestas de los turistas.',
          'El ruido de los bares no deja dormir, con turistas o sin ellos.',
        ],
        [
          'El centro se queda sin habitantes y sin tiendas de barrio.',
          'Las tiendas de barrio cierran porque ya no vive gente en el centro.',
          'El centro tiene más tiendas gracias a los turistas.',
        ],
        [
          'Las playas y las calles están saturadas en verano.',
          'En verano ya no cabe nadie más en las playas.',
          'Las calles están vacías en invierno si no vienen turistas.',
        ],
      ],
      besides: [
        'Los vecinos ya no se conocen entre ellos.',
        'Las familias con hijos se van del centro a la periferia.',
        'Los pisos turísticos pagan menos impuestos que los hoteles.',
      ],
    },
    against: {
      triples: [
        [
          'Muchas familias viven de alquilar una habitación.',
          'Para muchas familias, alquilar un cuarto a visitantes es su sustento.',
          'Muchas familias no encuentran una habitación para vivir.',
        ],
        [
          'Los hoteles quieren eliminar a su competencia.',
          'La prohibición solo beneficia a los hoteles, que se libran de competidores.',
          'Los hoteles pagan impuestos que su competencia no paga.',
        ],
        [
          'Los viajeros con poco dinero no podrían visitar la ciudad.',
          'Una familia modesta no puede pagar un hotel y dejaría de viajar a la ciudad.',
          'Los viajeros con poco dinero duermen en albergues.',
        ],
        [
          'El turismo da trabajo a una de cada cuatro personas.',
          'Una cuarta parte del empleo depende del turismo.',
          'El turismo da trabajo mal pagado y por temporadas.',
        ],
        [
          'Basta con limitar las licencias por barrio.',
          'No hace falta prohibir: es suficiente un límite de licencias en cada barrio.',
          'Las licencias por barrio se venden y no limitan nada.',
        ],
        [
          'La prohibición empujaría el negocio a la clandestinidad.',
          'Si se prohíben, los pisos seguirán funcionando de forma ilegal.',
          'El negocio ya es clandestino en la mitad de los casos y nadie lo persigue.',
        ],
        [
          'El dueño de un piso debe poder decidir a quién lo alquila.',
          'Cada propietario tiene derecho a alquilar su piso a quien quiera.',
          'El dueño de muchos pisos decide cuánto cuesta vivir en un barrio.',
        ],
        [
          'Los inspectores no dan abasto para comprobar miles de anuncios.',
          'No hay suficientes inspectores para vigilar tantos anuncios.',
          'Las plataformas comprueban los anuncios mejor que los inspectores.',
        ],
      ],
      besides: ['Los turistas gastan más en los bares que en los museos.'],
    },
  },
  {
    motion: 'La escuela no debe mandar deberes.',
    half: 'reports',
    for: {
      triples: [
        [
          'Los deberes quitan tiempo para jugar y hacer deporte.',
          'Con tantos deberes los niños no juegan ni practican deporte.',
          'Los niños que hacen deporte terminan antes los deberes.',
        ],
        [
          'Los hijos de padres sin estudios no tienen quien les ayude.',
          'Un niño cuyos padres no estudiaron no recibe ayuda en casa.',
          'Los padres sin estudios también ayudan a sus hijos a ser constantes.',
        ],
        [
          'Finlandia apenas manda deberes y obtiene buenos resultados.',
          'Los finlandeses tienen muy pocos deberes y sus resultados son excelentes.',
          'Finlandia obtiene hoy peores resultados que hace veinte años.',
        ],
        [
          'Los padres terminan haciendo los ejercicios de sus hijos.',
          'Muchas veces es el padre quien hace los ejercicios.',
          'Los padres no saben hacer los ejercicios de sus hijos.',
        ],
        [
          'Las tardes acaban en peleas entre padres e hijos.',
          'Los deberes provocan discusiones en la familia cada tarde.',
          'Las peleas entre padres e hijos empiezan por el móvil.',
        ],
        [
          'Los niños duermen menos de lo que necesitan.',
          'A los niños les faltan horas de sueño.',
          'Los niños duermen menos por las pantallas que por los deberes.',
        ],
        [
          'La inteligencia artificial hace los deberes en un minuto.',
          'Hoy una máquina resuelve las tareas, así que mandarlas ya no sirve.',
          'La inteligencia artificial ayuda a quien no tiene profesor particular.',
        ],
        [
          'Leer un rato cada día vale más que llenar fichas.',
          'Es mejor leer a diario que rellenar fichas.',
          'Leer cada día por obligación quita las ganas de leer.',
        ],
      ],
      besides: [
        'Los niños pasan demasiadas horas sentados en clase.',
        'Los padres llegan tarde de trabajar y no ven a sus hijos.',
        'Los profesores ganan poco para el trabajo que hacen.',
        'Los alumnos copian los deberes de sus compañeros.',
      ],
    },
    against: {
      triples: [
        [
          'Repasar en casa fija lo aprendido en clase.',
          'Lo que se aprende en clase se olvida si no se repasa después.',
          'Lo aprendido en clase no se fija repitiendo fichas en casa.',
        ],
        [
          'Los alumnos aprenden a organizarse solos.',
          'Gracias a los deberes, el alumno aprende a organizar su tiempo.',
          'Los alumnos no se organizan solos: los organizan sus madres.',
        ],
        [
          'El profesor descubre con los deberes quién no ha entendido.',
          'Corrigiendo los deberes, el profesor ve qué alumnos no entienden.',
          'El profesor no tiene tiempo para corregir los deberes de todos.',
        ],
        [
          'En secundaria sin deberes no se aprueba la selectividad.',
          'Quien no trabaja en casa no supera el examen de acceso a la universidad.',
          'En secundaria los deberes no preparan para la selectividad.',
        ],
      ],
      besides: [],
    },
  },
];
