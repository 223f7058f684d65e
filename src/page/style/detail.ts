// The look of pages that show more than a list of events: one event, editions, offers.
import { css, within } from './css.ts'

const parts = css`
  h2 {
    font: 700 1.25rem/1.4 var(--serif);
  }
  h3 {
    font: 650 1.0625rem/1.5 var(--sans);
  }
  .part {
    margin-block-start: 2rem;
  }
  .part > h2 {
    margin-block-end: 0.4rem;
  }
  &.one .when {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
    margin-block-end: 0.35rem;
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--c);
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: 0.6rem 1.5rem;
    margin-block-start: 2rem;
    padding-block: 1rem;
    border-block: 1px solid var(--ru);
  }
  .facts > dt {
    color: var(--mu);
    font-size: 0.875rem;
    line-height: 2;
  }
  .facts .meta,
  .facts .figs {
    margin: 0;
    font-size: 1rem;
  }
  small {
    color: var(--mu);
    font-size: 0.8125rem;
  }
  code {
    font-size: 0.95em;
  }
  mark {
    background: color-mix(in srgb, var(--c) 16%, transparent);
    color: inherit;
  }
  .context {
    color: var(--mu);
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.5rem;
    margin-block-end: 1rem;
  }
  .copy {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: end;
    margin-block-start: 0.75rem;
  }
  .copy > [hidden] {
    display: none;
  }
  .copy > p {
    grid-column: 1 / -1;
    font-size: 0.875rem;
  }
  /* It stays in the page, so that what comes into it is read out; only the gap goes. */
  .copy > p:empty {
    margin-block-start: -0.5rem;
  }
  textarea {
    inline-size: 100%;
    min-height: 2.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid light-dark(#8a857a, #7a7d86);
    border-radius: 8px;
    background: var(--sf);
    color: var(--fg);
    font: 400 0.875rem/1.6 ui-monospace, monospace;
    resize: vertical;
    field-sizing: content;
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 0.75rem;
    margin-block-start: 2.5rem;
  }
  .beside a,
  .cards > li,
  .clients > li {
    display: block;
    padding: 0.9rem 1.1rem;
    border: 1px solid var(--ru);
    border-radius: 10px;
    background: var(--sf);
  }
  .beside :is(small, span) {
    display: block;
  }
  .beside a {
    text-decoration: none;
  }
  .beside a:hover span {
    text-decoration: underline;
  }
  .beside [rel='next'] {
    text-align: end;
  }
  .cards {
    display: grid;
    gap: 1rem;
    margin-block-start: 2rem;
  }
  .cards > li {
    padding: 1.2rem 1.4rem;
  }
  .clients {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 0.75rem;
    margin-block-start: 1rem;
  }
  .clients > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.2rem 0.75rem;
    align-content: start;
    font-size: 0.9375rem;
  }
  .clients p {
    grid-column: 1 / -1;
  }
  .clients .src {
    margin: 0;
  }
  .changes {
    padding-inline-start: 1.1rem;
    list-style: disc;
  }
  event-timeline {
    display: block;
    border: 1px solid var(--ru);
    border-radius: 10px;
    overflow: hidden;
  }
  @container etl (max-width: 30em) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 0;
    }
    .facts > dd:not(:last-child) {
      margin-block-end: 0.6rem;
    }
  }
  @container etl (max-width: 22em) {
    .copy,
    .clients > li {
      grid-template-columns: minmax(0, 1fr);
    }
    :is(.copy, .clients > li) > .chip {
      justify-self: start;
    }
  }
`

export const detailStyle: string = within(parts)
