import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { oneInFlight } from '../../../app/graph/one-in-flight';
import { namesOf } from '../../../i18n/names';
import { useSpeech } from '../../../i18n/messages';
import { ComboBox, type Option } from '../../../ui/ComboBox';
import { findShelters } from './queries';

/** The shelters found, with the text of their query. */
interface Found {
  readonly query: string;
  readonly shelters: readonly Option[];
  readonly hasFailed: boolean;
}

const fewestLetters = 2;
const nothing: Found = { query: '', shelters: [], hasFailed: false };

/** Chooses a shelter by its name. */
export function ShelterField(props: {
  readonly chosen: Option | null;
  readonly onChoose: (shelter: Option) => void;
  readonly onUnchoose: () => void;
}) {
  const { t } = useSpeech();
  const [text, setText] = useState(props.chosen?.text ?? '');
  const { found, ask } = useFound();
  const wanted = text.trim();
  const isAsked = wanted.length >= fewestLetters && text !== props.chosen?.text;
  const isLoading = isAsked && found.query !== wanted;
  const offered = isAsked && found.query !== '' ? found.shelters : [];
  const isNone = isAsked && !isLoading && offered.length === 0;
  const type = (typed: string) => {
    setText(typed);
    if (props.chosen && typed !== props.chosen.text) props.onUnchoose();
    if (typed.trim().length >= fewestLetters) ask(typed.trim());
  };
  const choose = (shelter: Option) => {
    setText(shelter.text);
    props.onChoose(shelter);
  };
  return (
    <ComboBox
      label={t('holds.join.shelter')}
      text={text}
      options={offered}
      isLoading={isLoading}
      note={isNone ? t(found.hasFailed ? 'holds.notAsked' : 'holds.join.noShelter') : null}
      onType={type}
      onChoose={choose}
    />
  );
}

/** Finds shelters by name, one query at a time. */
function useFound() {
  const client = useClient();
  const { language, format } = useSpeech();
  const [found, setFound] = useState<Found>(nothing);
  const asking = useMemo(() => {
    const names = namesOf(language);
    const look = async (query: string): Promise<Found> => {
      const { data } = await client.query(findShelters, { text: query }).toPromise();
      const shelters = (data?.services.edges ?? []).map(({ node: { id, name, locations } }) => {
        const [first] = locations;
        const where = [first?.city, first?.country && names.country(first.country)].filter(Boolean).join(format.comma);
        return { id, text: name, ...(where === '' ? {} : { detail: where }) };
      });
      return { query, shelters, hasFailed: !data };
    };
    return oneInFlight(look, setFound);
  }, [client, language]);
  useEffect(() => () => asking.stop(), [asking]);
  return { found, ask: asking.ask };
}
