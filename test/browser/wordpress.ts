// What WordPress 6 does with an address that it embeds: a stand-in, written from what it does.
// The server side is wp_filter_oembed_result, the script is wp-embed.js.

/** The markup that the server makes of the `html` of oEmbed; null if it refuses it. */
export function embeddedByWordPress(html: string, secret: string): string | null {
  // wp_kses: everything but these attributes goes.
  const kept = html
    .replace(/<blockquote[^>]*>/g, '<blockquote>')
    .replace(/<a [^>]*?(href="[^"]*")[^>]*>/g, '<a $1>')
    .replace(/<iframe ([^>]*)>/g, (_, attributes: string) => {
      const allowed = attributes.match(
        /\b(?:src|width|height|frameborder|marginwidth|marginheight|scrolling|title)="[^"]*"/g,
      )
      return `<iframe ${(allowed ?? []).join(' ')}>`
    })
  const [, quote = '', frame] =
    /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kept) ?? []
  if (frame === undefined) return null
  const secretly = frame
    .replace(/ src="(.*?)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`)
    .replace(
      '<iframe',
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${quote && ' style="position: absolute; visibility: hidden;"'}`,
    )
  return (
    quote.replace(
      '<blockquote>',
      `<blockquote class="wp-embedded-content" data-secret="${secret}">`,
    ) + secretly
  )
}

/** The script of the page. */
export const wordPressScript = `
addEventListener('message', ({ source, data }) => {
  if (!data || !data.secret || !data.message || !data.value || /[^a-zA-Z0-9]/.test(data.secret)) return
  for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]'))
    quote.style.display = 'none'
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue
    frame.removeAttribute('style')
    if (data.message === 'height') {
      const height = parseInt(data.value, 10)
      frame.height = height > 1000 ? 1000 : ~~height < 200 ? 200 : height
    } else if (data.message === 'link') {
      const target = new URL(data.value)
      const isAllowed = /^https?:$/.test(target.protocol) && target.host === new URL(frame.src).host
      if (isAllowed && document.activeElement === frame) top.location.href = data.value
    }
  }
})
addEventListener('DOMContentLoaded', () => {
  for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*')
})
`
