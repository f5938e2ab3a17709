import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useIdentity } from '../../app/identity/known-identity';
import { useStore } from '../../app/store';
import { tourStep } from '../../app/tour/tour-state';
import { useSpeech } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { stepsOf, type Step } from './steps';
import './tour.css';

/** Guides the user through the real screens: they can try each step directly. */
export default function Tour() {
  const { t } = useSpeech();
  const identity = useIdentity();
  const number = useStore(tourStep);
  const [, navigate] = useLocation();
  const panel = useRef<HTMLElement>(null);
  const steps = identity ? stepsOf(identity.role) : [];
  const step = number === null ? undefined : steps[number];
  useEffect(() => {
    if (!step) return;
    if (step.path !== null) navigate(step.path);
    panel.current?.focus();
    return pointAt(step);
  }, [step, navigate]);
  if (number === null || !step) return null;
  const isLast = number === steps.length - 1;
  return (
    <aside ref={panel} className="tour" tabIndex={-1} aria-labelledby="tour-step">
      <p id="tour-step" className="tour-step">
        {t('tour.step', { step: number + 1, steps: steps.length })}
      </p>
      <p>{t(step.text)}</p>
      <div className="tour-buttons">
        {isLast ? null : (
          <Button kind="main" onPress={() => tourStep.set(number + 1)}>
            {t('tour.next')}
          </Button>
        )}
        <Button kind={isLast ? 'main' : 'quiet'} onPress={() => tourStep.set(null)}>
          {t('tour.end')}
        </Button>
      </div>
    </aside>
  );
}

const lookEveryMilliseconds = 200;

/** Highlights the target of the step as soon as its screen is shown; returns a function that removes the highlight. */
function pointAt({ target }: Step): () => void {
  let marked: Element | null = null;
  const look = () => {
    const found = document.querySelector(`[data-tour="${target}"]`);
    if (found === marked) return;
    marked?.removeAttribute('data-tour-here');
    marked = found;
    found?.setAttribute('data-tour-here', '');
    found?.scrollIntoView({ block: 'center' });
  };
  look();
  const timer = setInterval(look, lookEveryMilliseconds);
  return () => {
    clearInterval(timer);
    marked?.removeAttribute('data-tour-here');
  };
}
