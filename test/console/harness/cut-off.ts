import type { Page } from '@playwright/test';

/** Texts of which a part is out of sight, with nothing that says the rest. */
export const textsCutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    /** What stands in a select, as wide as it wants to be. */
    const wishOf = (select: HTMLSelectElement) => {
      const wish = select.cloneNode() as HTMLSelectElement;
      wish.append(new Option(select.selectedOptions[0]?.text));
      Object.assign(wish.style, { position: 'absolute', inlineSize: 'max-content', maxInlineSize: 'none', minInlineSize: '0' });
      select.after(wish);
      const width = wish.offsetWidth;
      wish.remove();
      return width;
    };
    const isDescribed = (select: HTMLSelectElement) =>
      (select.ariaDescribedByElements ?? []).some(({ textContent }) => textContent.includes(select.selectedOptions[0]!.text));
    const selects = [...document.querySelectorAll('select')]
      .filter((select) => isShown(select) && !isDescribed(select) && wishOf(select) > select.offsetWidth)
      .map((select) => select.selectedOptions[0]!.text);
    // GraphiQL is not ours.
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
