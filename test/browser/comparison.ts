// Compares two screenshots within the browser, which can decode them: no library is needed for it.
import type { Page } from 'playwright-core'

export interface Comparison {
  readonly isSameSize: boolean
  /** Share of pixels that differ to the eye, from 0 to 1. */
  readonly different: number
}

/** So far apart may a channel be, of 255, before its pixel counts as different. */
const tolerance = 40

/** `page` is any page without a policy. */
export const compareImages = (page: Page, one: Buffer, other: Buffer): Promise<Comparison> =>
  page.evaluate<Comparison>(`(async () => {
    const pixelsOf = async (base64) => {
      const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + base64)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      context.drawImage(bitmap, 0, 0)
      return context.getImageData(0, 0, bitmap.width, bitmap.height)
    }
    const [one, other] = await Promise.all(['${one.toString('base64')}', '${other.toString('base64')}'].map(pixelsOf))
    if (one.width !== other.width || one.height !== other.height) return { isSameSize: false, different: 1 }
    let different = 0
    for (let i = 0; i < one.data.length; i += 4)
      if ([0, 1, 2].some((channel) => Math.abs(one.data[i + channel] - other.data[i + channel]) > ${tolerance})) different++
    return { isSameSize: true, different: (different * 4) / one.data.length }
  })()`)
