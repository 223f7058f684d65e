// The look of what a long list has not filled yet.
import { css, within } from '../../page/style/css.ts'

export const longStyle: string = within(css`
  .gap {
    min-block-size: 3rem;
    padding-inline-start: min(12rem, 30cqi);
  }
  @media print {
    .gap {
      display: none;
    }
  }
`)
