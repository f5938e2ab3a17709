import type { ShownHold, Shelter } from '../queries';

/** What a printed sheet says of a hold: where to call, by which code, until when. Nothing of who comes. */
export interface SheetRow {
  readonly id: string;
  readonly place: string | null;
  readonly phones: Shelter['phones'];
  readonly code: string | null;
  readonly beds: number;
  readonly expiresAt: string;
  readonly acceptBy: string | null;
  readonly country: string | null;
  /** null: it is confidential, or not known. Paper gets lost. */
  readonly address: string | null;
  readonly isConfidential: boolean;
}

/** Takes what may be on paper, field by field: whatever else is known of a hold or a shelter stays off it. */
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
