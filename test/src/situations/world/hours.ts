import { languagesNamed } from '../words/languages.js';
import type { Place } from './place.js';
import { townOf } from './positions.js';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function offsetText(clock: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${clock < 0 ? '-' : '+'}${two(Math.floor(Math.abs(clock)))}:${two((Math.abs(clock) * 60) % 60)}`;
}

function daysOf(text: string): string[] {
  const [first, last = first] = text.split('–').map((name) => shortDays.indexOf(name.trim()));
  if (first === undefined || first < 0 || last! < 0) throw new Error(`Not days: "${text}". Say "Mon–Fri" or "Sat".`);
  return days.slice(first, last! + 1);
}

/** Reads "day and night", "18:00–08:00" or "Mon–Fri 09:00–17:00". */
function readHours(text: string): { readonly byday: string; readonly opens: string; readonly closes: string } {
  if (text === 'day and night') return { byday: days.join(), opens: '00:00', closes: '23:59' };
  const [, on, opens, closes] = /^(?:(\D+) )?(\d\d:\d\d)–(\d\d:\d\d)$/.exec(text) ?? [];
  if (opens === undefined) throw new Error(`Not hours: "${text}". Say "day and night" or "Mon–Fri 09:00–17:00".`);
  return { byday: (on === undefined ? days : daysOf(on)).join(), opens, closes: closes! };
}

/** Opening hours, hours of intake and hours of the phone, each of its kind. */
export function schedulesOf(id: string, { where, hours = [], intake = [], phone = [] }: Place): object[] {
  const { clock } = townOf(where);
  const kinds = [
    ['', hours],
    ['Intake', intake],
    ['Phone', phone],
  ] as const;
  return kinds.flatMap(([kind, texts]) =>
    texts.map(readHours).map(({ byday, opens, closes }, n) => ({
      id: `${id} hours ${kind} ${n}`,
      timezone: clock,
      wkst: 'MO',
      freq: 'WEEKLY',
      byday,
      opens_at: opens + offsetText(clock),
      closes_at: closes + offsetText(clock),
      ...(kind !== '' && { description: kind }),
    })),
  );
}

/** One phone, with the languages in which it is answered. */
export function phonesOf(id: string, { 'phone speaks': speaks }: Place): object[] {
  const languages = speaks === undefined ? [] : languagesNamed(speaks).map((code) => ({ id: `${id} phone ${code}`, code }));
  return [{ id: `${id} phone`, number: '+62 000 123 4567', type: 'voice', languages }];
}
