"""Make a collection again from the exports of one, with `python -m plugins.exports.back`."""
