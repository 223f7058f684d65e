// What a language must have: English declares it by its own texts.

/**
 * The shape of a table of texts: what another language may put in place of the English one. A text may
 * differ; the names of texts, and the values that each is made of, may not.
 */
export type Translation<English> = English extends string
  ? string
  : English extends (...values: infer Values) => string
    ? (...values: Values) => string
    : English extends ReadonlyMap<string, string>
      ? ReadonlyMap<string, string>
      : { readonly [Name in keyof English]: Translation<English[Name]> }
