import type { SecretProperty } from '../hsds/says-confidential.js';
import { keyText, type RecordKey } from '../hsds/relation.js';

/** Why a record was not stored. */
export type Refusal = 'ID_OF_ANOTHER_SOURCE' | 'CELL_MOVED';
/** What happened to a record. */
export type Outcome = 'stored' | 'unchanged' | Refusal;

/** Outcomes by record. If one record has several parts, a change counts more than none, and a refusal most. */
export class Outcomes {
  private readonly byKey = new Map<string, Outcome>();
  private readonly said = new Map<string, readonly SecretProperty[]>();

  /** Notes a publisher's own words that the record is confidential. */
  noteSecret(key: RecordKey, said: readonly SecretProperty[]): void {
    if (said.length > 0) this.said.set(keyText(key), said);
  }

  secretsOf(key: RecordKey): readonly SecretProperty[] {
    return this.said.get(keyText(key)) ?? [];
  }

  note(key: RecordKey, outcome: Outcome): void {
    const known = this.byKey.get(keyText(key));
    if (known === undefined || known === 'unchanged' || (known === 'stored' && outcome !== 'unchanged'))
      this.byKey.set(keyText(key), outcome);
  }

  of(key: RecordKey): Outcome {
    return this.byKey.get(keyText(key)) ?? 'unchanged';
  }
}
