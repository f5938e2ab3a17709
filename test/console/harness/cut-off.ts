import type { Page } from '@playwright/test';

/** Texts that are partly hidden, if nothing near them shows the whole text. */
export const textsCutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    /** The width that the chosen option of a select needs. */
    const neededWidth = (select: HTMLSelectElement) => {
      const copy = select.cloneNode() as HTMLSelectElement;
      copy.append(new Option(select.selectedOptions[0]?.text));
      Object.assign(copy.style, { position: 'absolute', inlineSize: 'max-content', maxInlineSize: 'none', minInlineSize: '0' });
      select.after(copy);
      const width = copy.offsetWidth;
      copy.remove();
      return width;
    };
    const isDescribed = (select: HTMLSelectElement) =>
      (select.ariaDescribedByElements ?? []).some(({ textContent }) => textContent.includes(select.selectedOptions[0]!.text));
    const selects = [...document.querySelectorAll('select')]
      .filter((select) => isShown(select) && !isDescribed(select) && neededWidth(select) > select.offsetWidth)
      .map((select) => select.selectedOptions[0]!.text);
    // GraphiQL comes from others.
    const ignored =
      '.for-screen-readers, [data-live-announcer], [data-live-announcer] *, .map, .map *, .graphiql-container *, select, input, textarea';
    const clipped = [...document.querySelectorAll('body *')]
      .filter((element) => element instanceof HTMLElement)
      .filter((element) => isShown(element) && element.innerText.trim() !== '' && !element.matches(ignored))
      .filter(
        (element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1,
      )
      .map(({ textContent }) => textContent);
    return [...selects, ...clipped];
  });
