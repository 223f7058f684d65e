// Files that tests import as texts, as Vite gives them.
declare module '*?raw' {
  const text: string
  export default text
}
