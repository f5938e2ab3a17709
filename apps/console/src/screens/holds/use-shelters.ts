import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { shelterOf, type Shelter } from './queries';

/** Known shelters by id; null: the shelter is no longer in the directory. Missing ids are being fetched. */
export type Shelters = ReadonlyMap<string, Shelter | null>;

/** Fetches each shelter once; again if that failed and the screen renders again. */
export function useShelters(ids: readonly string[]): Shelters {
  const client = useClient();
  const [known, setKnown] = useState<Shelters>(new Map());
  const asked = useRef(new Set<string>());
  const ask = useCallback(
    async (id: string) => {
      const { data } = await client.query(shelterOf, { id }).toPromise();
      if (data) setKnown((before) => new Map(before).set(id, data.service));
      else asked.current.delete(id);
    },
    [client],
  );
  const wanted = ids.filter((id) => !asked.current.has(id)).join(' ');
  useEffect(() => {
    for (const id of wanted === '' ? [] : wanted.split(' ')) {
      if (asked.current.has(id)) continue;
      asked.current.add(id);
      void ask(id);
    }
  }, [wanted, ask]);
  return known;
}
