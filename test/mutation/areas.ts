// What is mutated, and by which tests it is tried. All of them run in Node.
export interface Area {
  readonly name: string
  /** From the folder of the repository. */
  readonly files: readonly string[]
  readonly tests: readonly string[]
}

/** Per cent of the mutants of each area that the tests must notice. */
export const least = 85

export const areas: readonly Area[] = [
  {
    name: 'dates',
    files: [
      'src/domain/date/civil-date.ts',
      'src/domain/date/civil-day.ts',
      'src/domain/date/clock.ts',
      'src/domain/date/edtf-date.ts',
      'src/domain/date/edtf.ts',
      'src/domain/date/instant.ts',
      'src/domain/date/when.ts',
      'src/domain/date/month.ts',
    ],
    tests: [
      'test/domain/{date-edges,date-vectors,date-window,civil-day,claims,edtf,feast,order,publication,when,when-instant}.test.ts',
      'test/domain/check.test.ts',
    ],
  },
  {
    name: 'filters',
    files: [
      'src/address/canonical.ts',
      'src/address/cursor.ts',
      'src/address/filter.ts',
      'src/domain/query/matches.ts',
      'src/domain/query/order.ts',
      'src/domain/query/search.ts',
      'src/domain/query/window.ts',
      'src/domain/query/names.ts',
    ],
    tests: [
      'test/address/*.test.ts',
      'test/domain/{date-window,matches,members,names,order,search,fold}.test.ts',
      'test/edition/{answer,packed}.test.ts',
      'test/http/conformance/rfc9457-input.test.ts',
      'test/http/{source-filter,urls,feed-order,query-reader}.test.ts',
      'test/http/same-ids.test.ts',
      'test/page/{conditions,timeline}.test.ts',
    ],
  },
  {
    name: 'conditional requests',
    files: [
      'src/address/fingerprint.ts',
      'src/http/request/accept.ts',
      'src/http/response/coding.ts',
      'src/http/response/conditional.ts',
      'src/http/request/body.ts',
    ],
    tests: [
      'test/conformance/http.test.ts',
      'test/http/compression.test.ts',
      'test/http/lost-copies.test.ts',
      'test/http/{kept-answers,request-headers}.test.ts',
      'test/http/conformance/{rfc9111,headers,rfc9110-writes,rfc9457-input,unavailable,limits}.test.ts',
    ],
  },
  {
    name: 'escaping',
    files: [
      'src/markup/heading.ts',
      'src/markup/html.ts',
      'src/markup/outward.ts',
      'src/markup/template.ts',
      'src/markup/xml.ts',
      'src/formats/csv.ts',
      'src/domain/text/printable.ts',
    ],
    tests: [
      'test/page/html.test.ts',
      'test/formats/{xml,csv,markdown,atom}.test.ts',
      'test/domain/characters.test.ts',
      'test/http/hostile-document.test.ts',
    ],
  },
  {
    name: 'publishing',
    files: [
      'src/edition/next.ts',
      'src/store/delivery.ts',
      'src/store/publish/candidate.ts',
      'src/store/publish/compare-and-set.ts',
      'src/store/publish/publisher.ts',
      'src/store/publish/received-document.ts',
      'src/store/publish/tasks.ts',
      'src/store/timeline-list.ts',
    ],
    tests: [
      'test/store/{delivery,publishing,publisher-client,listing}.test.ts',
      'test/http/conformance/rfc9457-input.test.ts',
      'test/edition/{next,diff}.test.ts',
      'test/http/conformance/rfc9110-writes.test.ts',
      'test/http/revisions.test.ts',
    ],
  },
]
