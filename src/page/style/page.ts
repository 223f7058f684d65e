// What pages add to the look of a list: the ground, the footer, other pages' parts.
import { css, within } from './css.ts'
import { listStyle } from './list.ts'
import { moreStyle } from './more.ts'

/** The one style sheet of every page; its hash stands in the Content-Security-Policy. */
export const pageStyle: string =
  css`
    :root {
      color-scheme: light dark;
      background: light-dark(#fbfaf7, #141518);
    }
    body {
      margin: 0;
    }
    @media (prefers-reduced-motion: no-preference) {
      :root {
        scroll-behavior: smooth;
      }
    }
    @media print {
      :root {
        color-scheme: light;
        background: #fff;
      }
      .skip {
        display: none;
      }
    }
    .skip {
      position: absolute;
      inset-inline-start: 1rem;
      inset-block-start: -4rem;
      z-index: 9;
      padding: 0.5rem 1rem;
      border-radius: 0 0 8px 8px;
      background: light-dark(#1d1b18, #ebe8e2);
      color: light-dark(#fbfaf7, #141518);
    }
    .skip:focus {
      inset-block-start: 0;
    }
  ` +
  listStyle +
  moreStyle +
  within(css`
  .crumb {
      margin-block-end: 0.5rem;
      color: var(--mu);
      font-size: 0.875rem;
    }
    .pages {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      padding-block-end: 2rem;
    }
    .foot {
      padding-block: 1rem 3rem;
      color: var(--mu);
      font-size: 0.875rem;
    }
    .foot > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1.4rem;
      padding-block: 0.6rem;
      border-block-start: 1px solid var(--ru);
    }
    .foot > div + div {
      border: 0;
      padding-block-start: 0;
    }
    .foot a {
      display: inline-block;
      min-height: 1.75rem;
    }
    .foot ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1.4rem;
    }
    @media print {
      .foot,
      .foot div {
        padding-block: 0;
      }
      .foot nav,
      .foot a:not([rel]),
      .pages {
        display: none;
      }
    }
  `)
