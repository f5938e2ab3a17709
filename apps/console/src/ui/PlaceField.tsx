import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { findPlaces } from '../app/graph/find-places';
import { oneInFlight } from '../app/graph/one-in-flight';
import { useSpeech } from '../i18n/messages';
import { namesOf } from '../i18n/names';
import { ComboBox, type Option } from './ComboBox';

/** A chosen place. */
export interface ChosenPlace {
  readonly id: string;
  readonly name: string;
  readonly point: { readonly latitude: number; readonly longitude: number };
}

interface Offered extends Option {
  readonly place: ChosenPlace;
}
/** The places found, with the text of their query. */
interface Found {
  readonly query: string;
  readonly places: readonly Offered[];
  readonly hasFailed: boolean;
}

const fewestLetters = 2;
const nothing: Found = { query: '', places: [], hasFailed: false };

/** Chooses a town by its name; the server tolerates spelling mistakes. */
export function PlaceField(props: {
  readonly className: string;
  readonly label: string;
  /** The note if no place matches. */
  readonly none: string;
  /** The note if the query failed. */
  readonly failed: string;
  readonly chosen: string | null;
  readonly autoFocus?: boolean;
  readonly onChoose: (place: ChosenPlace) => void;
  /** Called when the text no longer is the chosen place. */
  readonly onUnchoose?: () => void;
  readonly onDone?: () => void;
}) {
  const [text, setText] = useState(props.chosen ?? '');
  const { found, ask } = usePlaces();
  const isKept = useRef(false);
  useLayoutEffect(() => {
    if (!isKept.current) setText(props.chosen ?? '');
    isKept.current = false;
  }, [props.chosen]);
  const wanted = text.trim();
  const isAsked = wanted.length >= fewestLetters && text !== props.chosen;
  const offered = isAsked && found.query !== '' ? found.places : [];
  const isLoading = isAsked && found.query !== wanted;
  const type = (typed: string) => {
    setText(typed);
    if (props.chosen !== null) {
      isKept.current = true;
      props.onUnchoose?.();
    }
    if (typed.trim().length >= fewestLetters) ask(typed.trim());
  };
  const choose = ({ id }: Option) => {
    const place = offered.find((one) => one.id === id)?.place;
    if (!place) return;
    // Clears the text: a parent that keeps the choice passes its name back.
    setText('');
    props.onChoose(place);
  };
  const isNone = isAsked && !isLoading && offered.length === 0;
  return (
    <div className={props.className}>
      <ComboBox
        label={props.label}
        text={text}
        options={offered}
        isLoading={isLoading}
        autoFocus={props.autoFocus ?? false}
        note={isNone ? (found.hasFailed ? props.failed : props.none) : null}
        onType={type}
        onChoose={choose}
        {...(props.onDone ? { onDone: props.onDone } : {})}
      />
    </div>
  );
}

/** Finds places by name, one query at a time. */
function usePlaces() {
  const client = useClient();
  const { language, format } = useSpeech();
  const [found, setFound] = useState<Found>(nothing);
  const asking = useMemo(() => {
    const names = namesOf(language);
    const look = async (query: string): Promise<Found> => {
      const { data } = await client.query(findPlaces, { query }).toPromise();
      const places = (data?.places ?? []).map(({ id, name, region, country, latitude, longitude }) => ({
        id,
        text: name,
        detail: [region, names.country(country)].filter(Boolean).join(format.comma),
        place: { id, name, point: { latitude, longitude } },
      }));
      return { query, places, hasFailed: !data };
    };
    return oneInFlight(look, setFound);
  }, [client, language]);
  useEffect(() => () => asking.stop(), [asking]);
  return { found, ask: asking.ask };
}
