# Feed readers: ids, titles, instants, categories and cited words of Atom and RSS, and an empty feed.
# Alone, with a base of your own: BASE=http://127.0.0.1:1234 node test/clients/feeds.ts [reader…]
for reader in xmllint sfeed newsboat; do
  if needs "$reader" command -v "$reader"; then
    check "$reader reads Atom and RSS" node test/clients/feeds.ts "$reader"
  fi
done
if needs python3-feedparser /usr/bin/python3 -c 'import feedparser'; then
  check 'python3-feedparser reads Atom and RSS' node test/clients/feeds.ts feedparser
fi
