import type { SaidSecret } from '../domain/said-secrets.js';
import { keyText, type RecordKey } from '../domain/relation.js';

/** Why a record was not stored. */
export type Refusal = 'ID_OF_ANOTHER_SOURCE' | 'CELL_MOVED' | 'OWNER_UNKNOWN' | 'MARK_WITHOUT_PLACE';
/** What became of a record. */
export type Outcome = 'stored' | 'unchanged' | Refusal;

/** Outcomes by record; of several parts of one record the change counts, and a refusal most. */
export class Outcomes {
  private readonly byKey = new Map<string, Outcome>();
  private readonly repaired = new Set<string>();
  private readonly elsewhere = new Set<string>();
  private readonly taken: RecordKey[] = [];
  private readonly said = new Map<string, readonly SaidSecret[]>();

  /** Records that stood in the open before and are sealed now. */
  noteTakenOut(keys: readonly RecordKey[]): void {
    keys.forEach(({ object, id }) => this.taken.push({ object, id }));
  }

  takenOut(): readonly RecordKey[] {
    return this.taken;
  }

  /** It says in words of its publisher that it is secret. */
  noteSaid(key: RecordKey, said: readonly SaidSecret[]): void {
    if (said.length > 0) this.said.set(keyText(key), said);
  }

  saidOf(key: RecordKey): readonly SaidSecret[] {
    return this.said.get(keyText(key)) ?? [];
  }

  noteRepaired(key: RecordKey): void {
    this.repaired.add(keyText(key));
  }

  isRepaired(key: RecordKey): boolean {
    return this.repaired.has(keyText(key));
  }

  /** It is a mark that stands on something else than a place. */
  noteElsewhere(key: RecordKey): void {
    this.elsewhere.add(keyText(key));
  }

  isElsewhere(key: RecordKey): boolean {
    return this.elsewhere.has(keyText(key));
  }

  note(key: RecordKey, outcome: Outcome): void {
    const known = this.byKey.get(keyText(key));
    if (known === undefined || known === 'unchanged' || (known === 'stored' && outcome !== 'unchanged'))
      this.byKey.set(keyText(key), outcome);
  }

  isRefused(key: RecordKey): boolean {
    return !['stored', 'unchanged'].includes(this.of(key));
  }

  of(key: RecordKey): Outcome {
    return this.byKey.get(keyText(key)) ?? 'unchanged';
  }
}
