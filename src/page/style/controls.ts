// Title and chips above a list.
import { css } from './css.ts'

export const controlsStyle: string = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  header,
  .list,
  .foot {
    max-width: var(--etl-measure, 56rem);
    margin-inline: auto;
    padding-inline: var(--pad);
  }
  header {
    padding-block: clamp(1.5rem, 5cqi, 3.5rem) 0;
  }
  ol,
  ul {
    list-style: none;
  }
  [dir=auto],
  .when > *,
  .count,
  .mon > :first-child {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  a {
    color: var(--ac);
    text-underline-offset: 0.22em;
    text-decoration-thickness: 1px;
  }
  :focus-visible {
    outline: 3px solid var(--ac);
    outline-offset: 3px;
    border-radius: 4px;
  }
  .title {
    font: 700 clamp(1.6rem, 1.1rem + 2.6cqi, 2.6rem)/1.3 var(--serif);
    text-wrap: balance;
  }
  .dek {
    margin-block-start: 0.75rem;
    max-width: 46em;
    font-size: 1.0625rem;
  }
  .src {
    margin-block-start: 0.6rem;
    color: var(--mu);
    font-size: 0.875rem;
  }
  .filter {
    margin-block-start: 0.5rem;
    font-size: 0.875rem;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 1.5rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: 2.5rem;
    padding: 0.3rem 0.9em;
    border: 1px solid var(--ru);
    border-radius: 1.25rem;
    background: var(--sf);
    color: var(--fg);
    font: 500 0.9375rem/1.3 var(--sans);
    text-decoration: none;
    cursor: pointer;
  }
  .chip.d::before {
    content: '';
    flex: none;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: var(--c);
  }
  .chip .n {
    color: var(--mu);
    font-variant-numeric: tabular-nums;
    font-size: 0.8125rem;
  }
  .chip:hover {
    border-color: var(--mu);
  }
  .chip[aria-current] {
    background: var(--fg);
    border-color: var(--fg);
    color: var(--bg);
  }
  .chip[aria-current] .n {
    color: inherit;
  }
  .chip[aria-current].d::before {
    box-shadow: 0 0 0 1.5px var(--bg);
  }

  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2rem;
    cursor: pointer;
    color: var(--ac);
    font-weight: 500;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 0.42em;
    block-size: 0.42em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  summary:dir(rtl)::before {
    transform: rotate(135deg);
  }
  [open] > summary::before {
    transform: rotate(45deg);
  }
`
