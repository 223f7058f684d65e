// How much is tested: representative combinations in `npm test`, all of them with FULL_BROWSER=1.
export const isFull = process.env['FULL_BROWSER'] === '1'
