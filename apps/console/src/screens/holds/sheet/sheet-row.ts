import type { ShownHold, Shelter } from '../queries';

/** The data of a hold on a printed sheet: phone, code and deadline. It contains nothing about the guests. */
export interface SheetRow {
  readonly id: string;
  readonly place: string | null;
  readonly phones: Shelter['phones'];
  readonly code: string | null;
  readonly beds: number;
  readonly expiresAt: string;
  readonly acceptBy: string | null;
  readonly country: string | null;
  /** null: confidential, or unknown. Paper gets lost. */
  readonly address: string | null;
  readonly isConfidential: boolean;
}

/** Copies the fields that may be printed, one by one, so that no other field of a hold or a shelter reaches paper. */
export function sheetRow(hold: ShownHold, shelter: Shelter | null | undefined): SheetRow {
  const isConfidential = !shelter || shelter.confidential || shelter.locations.some(({ precision }) => precision !== 'EXACT');
  const [location] = shelter?.locations ?? [];
  const address = [location?.address, location?.city].filter(Boolean).join(', ');
  return {
    id: hold.id,
    place: shelter?.name ?? null,
    phones: shelter?.phones ?? [],
    code: hold.caseReference,
    beds: hold.beds.reduce((sum, { beds }) => sum + beds, 0),
    expiresAt: hold.expiresAt,
    acceptBy: hold.acceptBy,
    country: location?.country ?? null,
    address: isConfidential || address === '' ? null : address,
    isConfidential,
  };
}
