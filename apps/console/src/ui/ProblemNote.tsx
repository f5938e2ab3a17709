import { isWaiting, type Problem } from '../app/graph/problem';
import { useSpeech, type Speech } from '../i18n/messages';
import { Banner } from './Banner';
import { Button } from './Button';

/** Shows an error, and what to do now. */
export function ProblemNote({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const { t } = useSpeech();
  return (
    <Banner tone={isWaiting(problem) ? 'warning' : 'danger'} urgent>
      <p>{textOf(problem, t)}</p>
      {problem.kind === 'input' ? (
        <ul>
          {problem.fields.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      ) : null}
      {again === undefined || problem.kind === 'denied' || problem.kind === 'expired' ? null : (
        <Button onPress={again}>{t('problem.again')}</Button>
      )}
    </Banner>
  );
}

function textOf(problem: Problem, t: Speech['t']): string {
  switch (problem.kind) {
    case 'busy':
      return t('problem.busy', { seconds: Math.ceil(problem.seconds) });
    case 'unexpected':
      return problem.reference === null ? t('problem.unexpected') : t('problem.unexpectedWith', { reference: problem.reference });
    case 'offline':
      return t('problem.offline');
    case 'expired':
      return t('problem.expired');
    case 'denied':
      return t('problem.denied');
    case 'unavailable':
      return t('problem.unavailable');
    case 'input':
      return t('problem.input');
  }
}
