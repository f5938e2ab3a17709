import { frenchRules } from '../rules/fr.js';
import type { Translation } from '../translation.js';

export const french: Translation = {
  locale: 'fr',
  rightToLeft: false,
  words: {
    statuses: {
      ACTIVE: 'ouvert',
      INACTIVE: 'inactif',
      TEMPORARILY_CLOSED: 'fermé temporairement',
      DEFUNCT: 'fermé définitivement',
    },
    moment: 'le {date} à {time}, temps universel (UTC)',
    unknownMoment: 'à une date inconnue',
    unknownCountry: 'on ne sait pas lequel',
    aboutMember: 'Il s’agit de la personne numéro {member} de la liste.',
    aboutMembers: 'Il s’agit des personnes numéros {members} de la liste.',
    byTerms: 'L’annuaire l’indique pour : {terms}.',
  },
  rules: frenchRules,
  texts: {
    NEARBY: 'À {km} km.',
    ADMITTED: 'Leurs règles permettent d’accueillir toutes les personnes qui doivent venir.',
    ADMITTED_PERSONS: 'Ce lieu accueille {persons}.',
    ADMITTED_LEGAL_STATUS: 'Statuts juridiques acceptés : {legalStatuses}.',
    ADMITTED_NATIONALITY: 'Nationalités acceptées : {nationalities}.',
    ADMITTED_EXPLOITATION: 'Ils accompagnent des personnes qui ont vécu ceci : {exploitation}.',
    ADMITTED_PREGNANCY: 'On y accueille des personnes enceintes.',
    ADMITTED_ACCESSIBILITY: 'Ils peuvent proposer ceci : {accessibility}.',
    NO_REFERRAL_NEEDED: 'On y entre sans orientation.',
    BEDS_FREE: 'Lits libres : {free} ; nécessaires : {needed}.',
    LANGUAGE_SPOKEN: 'Langue parlée sur place : {language}.',
    LANGUAGE_CLOSE:
      'On y parle cette langue : {language}. Qui parle celle-ci la comprend en grande partie : {understoodBy}. Vérifiez-le en appelant.',
    INTERPRETER_THERE: 'Un interprète est sur place pour cette langue : {language}. Prévenez-les à l’avance.',
    INTERPRETER_BY_PHONE: 'Quelqu’un interprète pour eux par téléphone dans cette langue : {language}. Demandez-le en appelant.',
    INTERPRETS: 'On y interprète cette langue : {language}.',
    INTERPRETER_SUITABLE: 'Leur interprète répond à la demande sur ce point : {wishes}.',
    OPEN_NOW: 'C’est ouvert maintenant.',
    PHONE_ALWAYS: 'On y répond au téléphone jour et nuit.',
    LANGUAGE_NOT_SPOKEN: 'On n’y parle aucune des langues demandées : prévoyez un interprète.',
    BED_COUNT_OLD: 'Les lits ont été comptés pour la dernière fois {confirmedAt} : appelez pour confirmer.',
    LAST_BEDS: 'Ce sont les derniers lits libres : réservez-les maintenant.',
    ASSESSMENT_REQUIRED:
      'L’équipe décide elle-même de chaque demande : réservez les lits et attendez sa réponse, ou appelez et demandez ce qu’il lui faut.',
    REFERRAL_REQUIRED: 'On n’y entre que sur orientation : faites l’orientation avant que la personne se mette en route.',
    CROSSES_BORDER: 'C’est dans un autre pays ({country}).',
    PLACE_CONFIDENTIAL:
      'L’adresse est confidentielle : appelez avant que la personne se mette en route. La distance est celle du milieu de la zone.',
    POSITION_BY_CITY:
      'Seule la ville est connue : la distance va jusqu’au centre de la ville. Appelez et demandez où c’est avant que la personne se mette en route.',
    POSITION_UNKNOWN:
      'L’annuaire ne dit pas où c’est : appelez et demandez avant que la personne se mette en route. C’est peut-être un service par téléphone.',
    GONE_FROM_DIRECTORY:
      'Son annuaire ne la mentionne plus : appelez et demandez si elle existe encore avant que la personne ne se déplace.',
    CHILD_APART:
      'Un enfant (la personne numéro {member} de la liste) dormirait dans une chambre sans aucun adulte venu avec lui : appelez et demandez s’ils peuvent dormir ensemble, ou choisissez un autre lieu.',
    INVOLVE_CHILD_PROTECTION:
      'Cette personne a peut-être moins de {age} ans et n’a pas d’adulte responsable avec elle : avant qu’elle voyage, appelez ce service de protection de l’enfance : {service}.',
    INVOLVE_GUARDIAN:
      'Cette personne a peut-être moins de {age} ans et n’a pas d’adulte responsable avec elle : avant qu’elle voyage, appelez le tuteur ou le service de protection de l’enfance du lieu.',
    CLOSED_NOW: 'C’est fermé maintenant : n’envoyez personne avant l’ouverture ({opensAt}).',
    INTAKE_LATER: 'On n’y accueille pas de nouvelles personnes à cette heure : venez à l’ouverture de l’accueil ({opensAt}), ou appelez.',
    ASK_PERSONS: 'Demandez s’ils accueillent toutes ces personnes, selon le genre et l’âge : l’annuaire ne le dit pas, ou pas clairement.',
    ASK_LEGAL_STATUS:
      'Demandez au lieu d’accueil ou au service, pas à la personne, quels statuts juridiques sont acceptés : l’annuaire ne le dit pas.',
    ASK_NATIONALITY:
      'Demandez au lieu d’accueil ou au service, pas à la personne, quelles nationalités sont acceptées : l’annuaire ne le dit pas.',
    ASK_EXPLOITATION:
      'Demandez au lieu d’accueil ou au service, pas à la personne, pour quelles formes d’exploitation ils accompagnent : l’annuaire ne le dit pas.',
    ASK_PREGNANCY: 'Demandez s’ils accueillent des personnes enceintes : l’annuaire ne le dit pas.',
    ASK_ACCESSIBILITY: 'Demandez s’ils peuvent répondre aux besoins d’accessibilité : l’annuaire ne le dit pas.',
    ASK_AGE_OR_GENDER_OF_PERSON: 'L’accueil dépend du genre et de l’âge : demandez à la personne ce qu’on ne sait pas encore.',
    ASK_LEGAL_STATUS_OF_PERSON: 'L’accueil dépend du statut juridique : ne demandez que ce que la personne est prête à dire.',
    ASK_NATIONALITY_OF_PERSON: 'L’accueil dépend de la nationalité : ne demandez que ce que la personne est prête à dire.',
    ASK_EXPLOITATION_OF_PERSON: 'L’accueil dépend de la forme d’exploitation : ne demandez que ce que la personne est prête à dire.',
    ASK_PREGNANCY_OF_PERSON: 'On n’y accueille pas les personnes enceintes : demandez si quelqu’un l’est.',
    ASK_ACCESSIBILITY_OF_PERSON: 'Demandez à la personne quels sont ses besoins d’accessibilité.',
    ASK_REFERRAL: 'Demandez s’il leur faut une orientation : l’annuaire ne le dit pas.',
    ASK_BEDS: 'Demandez s’il y a des lits libres : l’annuaire n’en donne pas le nombre.',
    ASK_CARER:
      'Demandez aux personnes, sans insister, qui d’entre elles s’occupe de chaque enfant, et dites-le dans la question : on ne le suppose de personne, et d’ici là aucun enfant n’est séparé de quiconque.',
    ASK_LANGUAGES: 'Demandez quelles langues on y parle : l’annuaire ne le dit pas.',
    ASK_INTERPRETER_GENDER: 'Demandez si l’interprète est une femme ou un homme : l’annuaire ne le dit pas.',
    ASK_INTERPRETER_BY_PHONE: 'Demandez s’ils interprètent par téléphone : l’annuaire ne le dit pas.',
    ASK_INTERPRETER_COMMUNITY:
      'Demandez, sans nommer la personne, si l’interprète appartient à la communauté qui parle cette langue : l’annuaire ne le dit pas.',
    ASK_HOURS: 'Demandez quand c’est ouvert : l’annuaire ne le dit pas.',
    ASK_COUNTRY: 'Demandez dans quel pays c’est avant tout départ : l’annuaire ne le dit pas.',
    ASK_PAPERS: 'C’est dans un autre pays : demandez si tout le monde a des papiers pour passer la frontière.',
    ASK_SERVICE_AREA: 'Demandez s’ils interviennent là où se trouve la personne : l’annuaire n’est pas clair sur leur zone.',
    ASK_FURTHER:
      'S’il reste du temps, renseignez-vous aussi sur ceci : {parts}. Ne demandez à la personne que ce qu’elle est prête à dire.',
    NOT_ACTIVE: 'Ce lieu n’accueille personne pour l’instant : il est {status}. Choisissez-en un autre.',
    TOO_FAR: 'C’est à {km} km : permettez une distance plus grande.',
    OTHER_COUNTRY: 'C’est dans un autre pays ({country}) : permettez de passer la frontière, si tout le monde a les papiers pour cela.',
    NO_PAPERS_TO_CROSS:
      'C’est dans un autre pays ({country}), et quelqu’un n’a pas de papiers pour passer la frontière : cherchez un lieu de ce côté-ci.',
    IN_AVOIDED_AREA: 'C’est dans une zone à éviter : n’y envoyez personne.',
    MAY_BE_IN_AVOIDED_AREA:
      'C’est peut-être dans une zone à éviter, car on n’en connaît que les environs : appelez et demandez avant tout départ.',
    OUTSIDE_SERVICE_AREA: 'Ils n’interviennent pas là où se trouve la personne : appelez et demandez s’ils font une exception.',
    NOT_ADMITTED_PERSONS:
      'Ils n’accueillent pas toutes ces personnes, en raison du genre ou de l’âge : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_LEGAL_STATUS:
      'Ils n’accueillent pas toutes ces personnes, en raison du statut juridique : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_NATIONALITY:
      'Ils n’accueillent pas toutes ces personnes, en raison de la nationalité : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_EXPLOITATION:
      'Ils accompagnent des personnes qui ont vécu d’autres formes d’exploitation : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_PREGNANCY: 'On n’y accueille pas les personnes enceintes : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_ACCESSIBILITY:
      'Ils ne peuvent pas répondre à un besoin d’accessibilité : choisissez un autre lieu, ou appelez et demandez.',
    NOT_ADMITTED_TO_BEDS:
      'Aucune de leurs chambres ne peut accueillir l’une de ces personnes, en raison du genre, de l’âge ou d’une autre règle : choisissez un autre lieu, ou appelez et demandez.',
    NO_BEDS:
      'Il n’y a pas assez de lits libres pour tout le monde, ou pas dans les bonnes chambres (libres : {free} ; nécessaires : {needed}) : choisissez un autre lieu, ou inscrivez-vous sur la liste d’attente.',
    INTAKE_CLOSED: 'On n’y accueille personne de plus pour l’instant : choisissez le lieu suivant, ou appelez.',
    NOT_INTERPRETED: 'On n’y interprète pas cette langue ({language}) : prenez une autre solution, ou appelez et demandez.',
    INTERPRETER_UNSUITABLE:
      'Aucun de leurs interprètes ne répond à la demande sur ce point : {wishes}. Prenez une autre solution, ou appelez et demandez.',
    EXCLUDED_ORGANIZATION: 'Elle dépend d’une organisation dont on ne veut pas : prenez une autre solution.',
    HOLD_LIMIT:
      'Votre organisation y réserverait plus de lits que permis en même temps (au plus : {most}) : annulez une réservation devenue inutile. Si plus de personnes ont besoin d’un lit, appelez le lieu d’accueil, ou choisissez-en un autre.',
    TOO_FEW_BEDS:
      'Il n’y a pas assez de lits pour tout le monde, même si tous étaient libres (en tout : {beds} ; nécessaires : {needed}) : choisissez un autre lieu, ou demandez moins de lits si certains peuvent partager.',
  },
};
