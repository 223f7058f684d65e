// The look of the element: a list, of which nothing is inherited from the site around it.
import { css } from '../page/style/css.ts'
import { listStyle } from '../page/style/list.ts'

export const widgetStyle: string =
  css`
    :host {
      display: block;
      color-scheme: light dark;
    }
    :host([hidden]) {
      display: none;
    }
    :host([aria-busy]) .list {
      opacity: 0.5;
    }
    .etl {
      all: initial;
      --etl-rem: 1em;
      contain-intrinsic-inline-size: min(40rem, 90vi);
      display: block;
      color-scheme: inherit;
    }
  ` +
  listStyle +
  css`
    .etl {
      &.compact {
        --etl-measure: 40rem;
        :is(.txt, .figs, .dek, .strip) {
          display: none;
        }
      }
      header {
        padding-block-start: clamp(1rem, 3cqi, 2rem);
      }
      .state {
        margin: 0;
        padding: 1rem var(--pad);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1rem 1.4rem;
        padding-block: 0.75rem 1.5rem;
        font-size: 0.875rem;
      }
    }
  `
