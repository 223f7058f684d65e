// How much a picture shows one by one.

/** Maximum lanes with a name; the events of the others share one. */
export const maxLanes = 12

/** Up to this many events of a timeline have titles; up to this many have marks of their own. */
export const maxTitled = 60
export const maxMarked = 150
