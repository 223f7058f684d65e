// Months and events of a list. The distance to the foot is that of the last month: a list that took room
// while it is empty would move.
import { css } from './css.ts'

export const eventsStyle: string = css`
  .mon:last-of-type {
    padding-block-end: 2rem;
  }
  .aside,
  .empty {
    margin-block-start: 1.25rem;
    padding: 0.7rem 1rem;
    border: 1px solid var(--ru);
    border-radius: 8px;
    background: var(--sf);
    font-size: 0.9375rem;
  }
  .mon > :first-child {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    margin-inline: -0.5rem;
    padding: 1.6rem 0.5rem 0.5rem;
    background: var(--bg);
    font: 700 1.3125rem/1.4 var(--serif);
  }
  .mon small {
    font: 400 0.8125rem/1 var(--sans);
    color: var(--mu);
    margin-inline-start: 0.25em;
  }

  article {
    position: relative;
    display: grid;
    grid-template-columns: 8.75rem 3rem minmax(0, 1fr);
    padding-block: 0.85rem 0.9rem;
  }
  article,
  article :is(a, button, summary) {
    scroll-margin-block-start: 4.5rem;
  }
  .rail {
    position: relative;
    margin-block: -0.85rem -0.9rem;
  }
  .rail::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(1.5rem - 1px);
    inline-size: 2px;
    background: var(--ru);
  }
  .rail::after {
    content: '';
    position: absolute;
    inset-block-start: 1.3rem;
    inset-inline-start: calc(1.5rem - 7px);
    inline-size: 14px;
    block-size: 14px;
    border: 3px solid var(--c);
    border-radius: 50%;
    background: var(--c);
    box-shadow: 0 0 0 4px var(--bg);
  }
  .k-vague .rail::after {
    background: var(--bg);
    border-style: dashed;
    border-width: 2px;
  }
  :is(.k-since, .k-until) .rail::after {
    background: var(--bg);
  }
  .k-since .rail::before {
    background: linear-gradient(var(--ru) 1.6rem, var(--c) 1.6rem 70%, var(--ru));
  }
  .k-until .rail::before {
    background: linear-gradient(var(--ru), var(--c) 0.9rem 1.5rem, var(--ru) 1.5rem);
  }
  .mon:first-of-type .ev:first-child .rail::before {
    inset-block-start: 1.5rem;
  }
  .mon:last-of-type .ev:last-child .rail::before {
    inset-block-end: calc(100% - 1.6rem);
  }

  .when {
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
  }
  .date {
    display: block;
    font: 700 1.1875rem/1.5 var(--serif);
    word-break: keep-all;
  }
  .date.long {
    font-size: 1rem;
    word-break: normal;
  }
  .sub {
    display: block;
    color: var(--mu);
    font-size: 0.8125rem;
  }
  q {
    quotes: '“' '”';
  }
  q:lang(zh-Hant) {
    quotes: '「' '」';
  }
  q.date {
    quotes: none;
  }
  .body > :first-child {
    font: 650 1.1875rem/1.5 var(--sans);
  }
  :is(.title, .body > :first-child) a {
    color: inherit;
    text-decoration: none;
  }
  .body > :first-child a:hover {
    text-decoration: underline;
  }
  .txt {
    margin-block-start: 0.2rem;
  }
  .flag {
    display: inline-block;
    padding-inline: 0.5em;
    border: 1px solid currentColor;
    border-radius: 4px;
    font-size: 0.8125rem;
    color: var(--mu);
  }
  .figs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.25rem;
    margin-block-start: 0.35rem;
    font-size: 0.875rem;
    color: var(--mu);
  }
  .figs div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.45em;
  }
  .figs dd {
    color: var(--fg);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .figs .figs {
    flex-basis: 100%;
    margin: 0;
    font-weight: 400;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.15rem 0.9rem;
    margin-block-start: 0.4rem;
    font-size: 0.875rem;
    color: var(--mu);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    color: var(--c);
    font-weight: 600;
  }
  .tag::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: currentColor;
  }
  .tools {
    position: relative;
    margin-block-start: 0.1rem;
    font-size: 0.875rem;
  }
  blockquote {
    margin-block: 0.35rem 0.6rem;
    padding: 0.8rem 1.1rem;
    background: var(--sf);
    border-inline-start: 3px solid var(--c);
    border-start-end-radius: 6px;
    border-end-end-radius: 6px;
    font: 400 1rem/1.85 var(--serif);
  }
  blockquote footer {
    margin-block-start: 0.35rem;
    font: 400 0.8125rem/1.6 var(--sans);
    color: var(--mu);
  }
  cite {
    font-style: normal;
  }
  .more {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-height: 2rem;
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: var(--mu);
    font: 500 0.875rem/1 var(--sans);
    cursor: pointer;
  }
  .more:hover {
    color: var(--fg);
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  article:focus-visible {
    outline-width: 2px;
    outline-offset: 0;
  }
  article:is(:target, .on) {
    background: color-mix(in srgb, var(--c) 9%, transparent);
    border-radius: 8px;
  }
`
