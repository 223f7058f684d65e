// How much is tried of what has many like cases: some in `npm test`, all with ALL_CASES=1.
export const isFull = process.env['ALL_CASES'] === '1'
