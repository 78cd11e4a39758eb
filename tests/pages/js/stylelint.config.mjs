// What every style sheet of the theme keeps to: no mistakes, and nothing but logical properties, so
// that a page in Arabic needs no sheet of its own.
export default {
  extends: ["stylelint-config-recommended"],
  plugins: ["stylelint-plugin-logical-css"],
  reportNeedlessDisables: true,
  rules: {
    // Chromium and WebKit have no overflow-inline yet: https://caniuse.com/mdn-css_properties_overflow-inline
    "logical-css/require-logical-properties": [true, { ignore: ["overflow-x", "overflow-y"] }],
    "logical-css/require-logical-keywords": true,
    "logical-css/require-logical-units": true,
    // The order of the layers decides, not the order of the rules.
    "no-descending-specificity": null,
  },
};
