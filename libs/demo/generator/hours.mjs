import { idOf } from './random.mjs';

const weekdays = 'MO,TU,WE,TH,FR';
const everyDay = 'MO,TU,WE,TH,FR,SA,SU';

/** [freq, byday, opens, closes, description] of each opening pattern. */
const patterns = {
  always: [['WEEKLY', everyDay, '00:00', '23:59', 'Open 24 hours, every day']],
  office: [['WEEKLY', weekdays, '09:00', '17:00']],
  officeAndSaturday: [
    ['WEEKLY', weekdays, '08:00', '16:30'],
    ['WEEKLY', 'SA', '09:00', '12:30'],
  ],
  split: [
    ['WEEKLY', weekdays, '08:30', '12:00'],
    ['WEEKLY', weekdays, '13:30', '17:30'],
  ],
  fridayRest: [['WEEKLY', 'SU,MO,TU,WE,TH', '08:30', '16:00']],
  late: [['WEEKLY', everyDay, '10:00', '22:00']],
  night: [['WEEKLY', everyDay, '18:00', '08:00', 'Nights only: closes the next morning']],
  intakeByDay: [['WEEKLY', everyDay, '09:00', '20:00', 'Intake']],
  intakeLate: [['WEEKLY', everyDay, '15:00', '01:00', 'Intake']],
  phoneAlways: [['WEEKLY', everyDay, '00:00', '23:59', 'Phone']],
  phoneLong: [['WEEKLY', everyDay, '07:00', '23:00', 'Phone']],
  monthly: [['MONTHLY', '1TU,3TU', '10:00', '14:00', 'First and third Tuesday of the month']],
};

function offsetText(hours) {
  const minutes = Math.abs(hours) * 60;
  const two = (number) => String(number).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** HSDS schedules of a service; times have the city's offset. Null pattern: no schedule. */
export function schedules(serviceId, city, ...named) {
  const zone = offsetText(city.offset);
  return named
    .flatMap((pattern) => patterns[pattern] ?? [])
    .map(([freq, byday, opens, closes, description], index) => ({
      id: idOf('schedule', serviceId, index),
      service_id: serviceId,
      timezone: city.offset,
      wkst: 'MO',
      freq,
      byday,
      opens_at: opens + zone,
      closes_at: closes + zone,
      ...(description && { description }),
    }));
}
