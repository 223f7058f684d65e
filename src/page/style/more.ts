// The form of the filter, the overview and the menu: what the widget loads when it is wanted.
import { css, within } from './css.ts'

const parts = css`
  .filter form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.6rem 0.75rem;
    padding-block: 0.25rem 0.5rem;
  }
  label {
    display: grid;
    gap: 0.1rem;
    flex: 1 1 9rem;
    min-width: 0;
    color: var(--mu);
    font-size: 0.8125rem;
  }
  input,
  select {
    inline-size: 100%;
    min-width: 0;
    min-height: 2.5rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid light-dark(#8a857a, #7a7d86);
    border-radius: 8px;
    background: var(--sf);
    color: var(--fg);
    font: 400 0.9375rem/1.4 var(--sans);
  }
  form a {
    line-height: 2.5rem;
  }

  .empty {
    margin-block-end: 2rem;
    padding: 2.5rem 1rem;
    text-align: center;
  }

  .strip {
    margin-block-start: 1rem;
    border-block-end: 1px solid var(--ru);
    overflow: clip;
    direction: ltr;
  }
  .strip div {
    display: flex;
    flex-wrap: wrap;
    block-size: 1.75em;
    overflow: clip;
    color: var(--mu);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .strip svg {
    display: block;
    flex: none;
    overflow: visible;
  }
  .strip span {
    border-inline-start: 1px solid var(--ru);
    padding-inline-start: 6px;
  }
  /* Where the last label does not fit, it goes to a second line, which is not seen. */
  .strip span:not(:last-child) {
    inline-size: 6rem;
    margin-inline-end: -6rem;
  }
  .strip line {
    stroke: var(--ru);
  }
  .strip :is(circle, rect) {
    r: 5px;
    fill: var(--c);
    stroke: var(--c);
    stroke-width: 2;
  }
  .strip :is(.k-since, .k-until) {
    fill: var(--bg);
  }
  .strip .tail {
    opacity: 0.45;
    stroke: none;
  }
  .strip .k-vague {
    fill: color-mix(in srgb, var(--c) 22%, var(--bg));
    stroke-dasharray: 3 2;
    stroke-width: 1.5;
  }
  .bars rect {
    fill: color-mix(in srgb, var(--ac) 55%, var(--bg));
    stroke: none;
  }

  .menu {
    position: fixed;
    margin: auto;
    padding: 0.4rem;
    border: 1px solid var(--ru);
    border-radius: 10px;
    background: var(--sf);
    color: var(--fg);
    box-shadow: 0 8px 28px #0003;
  }
  @supports (anchor-name: --a) {
    .menu {
      inset: auto;
      margin: 0.3rem 0;
      position-area: block-end span-inline-start;
      position-try-fallbacks: flip-block, flip-inline;
    }
  }
  .menu :is(a, button) {
    display: block;
    inline-size: 100%;
    padding: 0.5rem 0.8rem;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--fg);
    font: 400 0.9375rem/1.4 var(--sans);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .menu :is(a, button):hover {
    background: var(--bg);
    text-decoration: underline;
  }
`

export const moreStyle: string = within(parts)
