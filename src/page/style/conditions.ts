// What changes on narrow places, with forced colours and in print.
import { css } from './css.ts'

export const conditionsStyle: string = css`
  @container etl (max-width: 40em) {
    article {
      grid-template-columns: 1.75rem minmax(0, 1fr);
      padding-block: 0.75rem 1rem;
    }
    .rail {
      grid-row: 1 / 3;
      margin-block: -0.75rem -1rem;
    }
    .when,
    .body {
      grid-column: 2;
    }
    .rail::before {
      inset-inline-start: 0.45rem;
    }
    .rail::after {
      inset-inline-start: calc(0.45rem - 6px);
      inset-block-start: 1.05rem;
    }
    .when {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.6em;
      align-items: baseline;
    }
    .date,
    .date.long {
      font-size: 1rem;
      color: var(--mu);
    }
    .body > :first-child {
      font-size: 1.125rem;
    }
    .mon > :first-child {
      padding-block-start: 1.2rem;
    }
    .chips {
      gap: 0.4rem;
    }
    .chip {
      min-height: 2.25rem;
      padding-inline: 0.75em;
      font-size: 0.875rem;
    }
  }
  @container etl (max-width: 22em) {
    .more {
      position: static;
      padding: 0;
    }
  }
  @media (forced-colors: active) {
    :is(.rail, .tag, .chip)::before,
    .rail::after,
    .strip {
      forced-color-adjust: none;
    }
    .chip[aria-current] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    & {
      --bg: #fff;
      --sf: #fff;
      --fg: #000;
      --mu: #333;
      --ru: #999;
      color-scheme: light;
      font-size: 10.5pt;
      print-color-adjust: exact;
    }
    .chips,
    .filter,
    .more,
    summary,
    .menu {
      display: none;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    .mon > :first-child {
      position: static;
      break-after: avoid;
    }
    .ev {
      break-inside: avoid;
    }
    blockquote a::after {
      content: ' <' attr(href) '>';
    }
  }
`
