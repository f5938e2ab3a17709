import { kinds, shelterOrder } from './offers.mjs';
import { organizations } from './organizations.mjs';
import { onTheTelephone, place } from './places.mjs';
import { drawInterpreters } from './interpreters.mjs';
import { chanceFor, idOf } from './random.mjs';
import { medanServices } from './medan.mjs';
import { offerPlan, service, shelterPlan } from './services.mjs';
import { namedSigns, signedIn } from './words.mjs';

/** What the organization offers: the offers of its kind, and one or two more. */
function offersOf(owner) {
  const [, always, sometimes] = kinds[owner.kind];
  const chance = chanceFor('offers', owner.record.id);
  const more = sometimes.filter((offer, index) => (index === 0 ? chance.happens(0.7) : chance.happens(0.3)));
  const offers = [...always, ...more];
  return owner.city.name === 'Medan' ? offers.filter((offer) => offer !== 'shelter') : offers;
}

/** Girls' and boys' homes belong to children's organizations; the first shelter of a city takes women with children. */
function shelterKind(owner, turn) {
  if (owner.kind === 'children') return turn('children') % 3 === 2 ? 'boys' : 'girls';
  return owner.index === 0 ? 'womenWithChildren' : shelterOrder[turn('adults') % shelterOrder.length];
}

function shelterOf(owner, turn, sibling) {
  const kind = shelterKind(owner, turn);
  const chance = chanceFor('house', owner.record.id);
  const confidential = chance.happens(kind === 'womenWithChildren' || kind === 'girls' ? 0.22 : 0.15);
  const house = place(owner.record, owner.city, { key: 'house', name: 'Safe house (demo)', confidential });
  const plan = shelterPlan(owner, kind, { locations: [house], sibling, counted: owner.index === 0 || chance.happens(0.83) });
  return service(owner, 'shelter', { ...plan, dependable: owner.index === 0 });
}

/** Some interpreters work by telephone only; some services have a second place. */
function placesOf(owner, offer, office) {
  const chance = chanceFor('places', owner.record.id, offer);
  if (offer === 'interpretation' && chance.happens(0.2)) return [onTheTelephone(owner.record)];
  if (chance.happens(0.94)) return [office];
  return [office, place(owner.record, owner.city, { key: `branch-${offer}`, name: 'Branch office (demo)' })];
}

/** Khmer in Medan, and one more language for interpreters everywhere. */
function languagesOf(owner, offer) {
  const { city, index } = owner;
  if (isOfDeafPeople(owner)) return city.spoken;
  if (city.name === 'Medan' && index < 8) return ['id', 'en', 'km'];
  return offer === 'interpretation' ? [...city.spoken, ...city.heard] : undefined;
}

/** Interpreters sign if the country's sign language has a name. */
const signs = (owner, offer) => isOfDeafPeople(owner) || (offer === 'interpretation' && namedSigns.includes(signedIn(owner.city)));

/** How professional interpreters work: by telephone if there is no place, in person if they sign. */
function interpretersOf(owner, offer, locations) {
  if (!['interpretation', 'signing'].includes(offer)) return undefined;
  const isVirtual = locations.some((location) => location.location_type === 'virtual');
  return drawInterpreters(idOf('service', owner.record.id, offer), isVirtual ? ['PHONE'] : isOfDeafPeople(owner) ? ['THERE'] : undefined);
}

const isOfDeafPeople = ({ kind }) => kind === 'deaf';

function otherOf(owner, offer, office, sibling) {
  const locations = placesOf(owner, offer, office);
  const plan = offerPlan(owner, offer, { locations, sibling });
  const dependable = owner.index < 4 || isOfDeafPeople(owner);
  const area = dependable && owner.city.name === 'Medan' ? null : plan.area;
  const about = { isSigned: signs(owner, offer), interpreters: interpretersOf(owner, offer, locations) };
  return service(owner, offer, { ...plan, ...about, area, dependable, languages: languagesOf(owner, offer) });
}

const siblingOf = ({ city }) => organizations.find((other) => other.city.country === city.country && other.city !== city)?.city;

function servicesOf(owner, turn) {
  const office = place(owner.record, owner.city, { key: 'office', name: 'Office (demo)' });
  const sibling = siblingOf(owner);
  return offersOf(owner).map((offer) => (offer === 'shelter' ? shelterOf(owner, turn, sibling) : otherOf(owner, offer, office, sibling)));
}

/** Every service of the demo directory, in a fixed order. */
export function demoServices() {
  const turns = new Map();
  const turn = (whose) => {
    turns.set(whose, (turns.get(whose) ?? -1) + 1);
    return turns.get(whose);
  };
  return [...medanServices(organizations), ...organizations.flatMap((owner) => servicesOf(owner, turn))];
}

/** The text of the file: one service on each line. */
export const demoText = () =>
  demoServices()
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
