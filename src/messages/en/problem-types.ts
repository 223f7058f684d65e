// English: the types of problems, what each means and what to do about it.

/**
 * The types of problems (RFC 9457) of the service: the detail says what it means, and what to do
 * about it. http/problem.ts has their statuses.
 */
export type ProblemType = keyof typeof enProblemTypes

export const enProblemTypes = {
  'malformed-json': {
    title: 'The body is not well-formed JSON',
    detail: 'Correct the text at the place given.',
  },
  'invalid-parameter': {
    title: 'A parameter, a header or the body has a value that is not allowed',
    detail: 'Correct each value that is listed.',
  },
  'unknown-parameter': {
    title: 'There is no such parameter',
    detail: 'Leave it out, or use one of the parameters that are listed.',
  },
  'duplicate-parameter': {
    title: 'A parameter is given more than once',
    detail: 'Keep one of its values; only theme, actor and source may be repeated.',
  },
  'missing-parameter': {
    title: 'A parameter is missing',
    detail: 'Add the parameter that is listed.',
  },
  'invalid-cursor': {
    title: 'The cursor cannot be used here',
    detail:
      'It is invalid, or belongs to another timeline, edition or filter, or its edition was packed anew since. Begin again without it, and follow the next links.',
  },
  'query-too-broad': {
    title: 'The filter is too broad for so many events',
    detail:
      'Too much would have to be read to answer it. Ask for a longer word, such as two Chinese characters, for fewer words, or for fewer names of themes, actors or sources. Days have no such limit.',
  },
  'digest-mismatch': {
    title: 'The body does not have the stated digest',
    detail:
      'Reserved: no answer has this type yet. It would say that the body was changed on its way, or that the digest is that of another text.',
  },
  unauthorized: {
    title: 'A valid token is needed',
    detail:
      'Send Authorization: Bearer with a token that this service knows and that has not expired.',
  },
  forbidden: {
    title: 'The token may not be used here',
    detail:
      'It is valid, but for other timelines; or the request came without TLS: revoke the token then, and use https.',
  },
  'not-found': {
    title: 'There is nothing at this address',
    detail: 'Check the address; what was here may have been removed.',
  },
  'method-not-allowed': {
    title: 'The method is not allowed here',
    detail: 'The header Allow lists the methods of this address.',
  },
  'segment-not-leased': {
    title: 'This segment is not leased',
    detail:
      'Its lease has ended, was for another edition, or never was. Lease one, and upload the parts again.',
  },
  'segment-incomplete': {
    title: 'The segment is not whole',
    detail:
      'Parts are missing, or are not those of the commit, or one is stored with other content. Upload the parts that are named, or else all, then commit it again.',
  },
  'cursor-expired': {
    title: 'The edition is no longer kept',
    detail: 'Begin again with the newest edition.',
  },
  'event-removed': {
    title: 'The event was removed from the timeline',
    detail: 'The page of editions says when, and what it was.',
  },
  'timeline-gone': {
    title: 'The timeline was taken down',
    detail: 'Its publisher removed it. It comes back if an edition is published or restored.',
  },
  'precondition-failed': {
    title: 'The condition of the request does not hold',
    detail:
      'A write names another edition than the newest one, or none though there is one; or a read has an If-Match with another entity tag, or at an address that has none. Get what is newest, take its changes over, and send its edition.',
  },
  'content-too-large': {
    title: 'The content is too large',
    detail:
      'Shorten it. A document that is too large for one request is uploaded in parts, as jishi publish does, and so is one with too many edits.',
  },
  'uri-too-long': {
    title: 'The address is too long',
    detail: 'Shorten the filter.',
  },
  'unsupported-media-type': {
    title: 'The body has another type than expected',
    detail:
      'Send it without compression, as the type that the header Accept names: JSON in UTF-8 for a document, a type of their own for edits and for parts.',
  },
  'invalid-timeline': {
    title: 'The timeline has faults',
    detail: 'Each is listed with its place. Nothing was published.',
  },
  'invalid-part': {
    title: 'A part cannot be used',
    detail:
      'A part has faults, or the parts contradict each other or the root. Nothing of the request was stored. Mend what is named, and send it again.',
  },
  'precondition-required': {
    title: 'The request must say which edition it replaces',
    detail: 'Send If-Match: "<edition>", or If-None-Match: * for the first one.',
  },
  'rate-limited': {
    title: 'Too many requests',
    detail: 'Wait for as many seconds as the header Retry-After says, then try again.',
  },
  'internal-error': {
    title: 'Something unexpected went wrong',
    detail: 'This is a fault of the service; it has been logged. Trying again may help.',
  },
  'not-implemented': {
    title: 'This is not available',
    detail: 'Ask for format=json or format=xml.',
  },
  'store-unavailable': {
    title: 'Storage does not give what was asked for',
    detail:
      'It is not responding, or a part of a large timeline is missing or damaged. Try again in a few seconds.',
  },
  'publisher-overloaded': {
    title: 'The publisher is not responding',
    detail: 'Nothing is lost. Try again in a few seconds: the same publish is never made twice.',
  },
  misconfigured: {
    title: 'The service is not set up',
    detail: 'Whoever runs it must set the settings that are listed.',
  },
}
