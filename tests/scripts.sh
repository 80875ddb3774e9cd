#!/bin/sh
# The page's scripts are linted by ESLint, which npm puts into the environment; where that cannot be, say so.
wanted='eslint@^9.20'
folder=$1
refuse() {
  echo "the page's scripts are not linted: $1"
  [ -z "${CI:-}" ]
  exit $?
}
if ! command -v npm >/dev/null 2>&1 && [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing nodejs and npm for ESLint"
  tests/install.sh --no-install-recommends nodejs npm
fi
command -v npm >/dev/null 2>&1 || refuse "there is no npm; for it: sudo apt-get install nodejs npm"
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 18) ? 0 : 1)' ||
  refuse "node $(node --version) is older than ESLint needs, 18.18"
if [ ! -e "$folder/$wanted" ]; then
  mkdir -p "$folder"
  npm install --prefix "$folder" --silent --no-audit --no-fund --fetch-retries=1 --fetch-timeout=20000 "$wanted" ||
    refuse "npm cannot fetch $wanted"
  touch "$folder/$wanted"
fi
NPM_FOLDER=$folder exec "$folder/node_modules/.bin/eslint" --config tests/page/eslint.config.mjs --max-warnings 0 kg/view/page tests/page
