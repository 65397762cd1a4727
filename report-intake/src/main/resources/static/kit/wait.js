// SPDX-License-Identifier: Apache-2.0
// Does the work that takes the place of waiting, then sends the form again. Runs on this page alone; sends nothing else.
(function () {
  'use strict';
  var form = document.getElementById('again');
  var bits = Number(form.getAttribute('data-bits'));
  var prefix = form.elements.namedItem('ticket').value + ':';
  var least = Date.now() + 2000;
  var K = [], H = [], number = 0;

  // FIPS 180-4: the first 32 bits of the fractional parts of roots of primes
  (function () {
    for (var n = 2, i = 0; i < 64; n++) {
      for (var f = 2, prime = true; prime && f * f <= n; f++) prime = n % f !== 0;
      if (!prime) continue;
      if (i < 8) H[i] = fraction(Math.pow(n, 1 / 2));
      K[i++] = fraction(Math.pow(n, 1 / 3));
    }
    function fraction(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
  })();

  function rotate(x, n) { return x >>> n | x << 32 - n; }

  function block(h, w) {
    var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], i = h[7];
    for (var t = 0; t < 64; t++) {
      if (t > 15) {
        var x = w[t - 15], y = w[t - 2];
        w[t] = w[t - 16] + w[t - 7] + (rotate(x, 7) ^ rotate(x, 18) ^ x >>> 3) + (rotate(y, 17) ^ rotate(y, 19) ^ y >>> 10) | 0;
      }
      var p = i + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e & f ^ ~e & g) + K[t] + w[t] | 0;
      var q = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      i = g; g = f; f = e; e = d + p | 0; d = c; c = b; b = a; a = p + q | 0;
    }
    return [h[0] + a | 0, h[1] + b | 0, h[2] + c | 0, h[3] + d | 0, h[4] + e | 0, h[5] + f | 0, h[6] + g | 0, h[7] + i | 0];
  }

  // ASCII text; the first 32 bits are all that is looked at
  function head(text) {
    var words = [], length = text.length, h = H;
    for (var i = 0; i < length; i++) words[i >> 2] = words[i >> 2] | text.charCodeAt(i) << 24 - i % 4 * 8;
    words[length >> 2] = words[length >> 2] | 0x80 << 24 - length % 4 * 8;
    var total = (length + 8 >> 6) + 1 << 4;
    words[total - 1] = length * 8;
    for (var from = 0; from < total; from += 16) {
      var w = [];
      for (var t = 0; t < 16; t++) w[t] = words[from + t] | 0;
      h = block(h, w);
    }
    return h[0];
  }

  function send() {
    var work = document.createElement('input');
    work.type = 'hidden';
    work.name = 'work';
    work.value = String(number);
    form.appendChild(work);
    form.submit();
  }

  function some() {
    for (var end = Date.now() + 30; Date.now() < end; number++) {
      if (Math.clz32(head(prefix + number)) >= bits) {
        setTimeout(send, Math.max(0, least - Date.now()));
        return;
      }
    }
    setTimeout(some, 0);
  }

  document.getElementById('with-script').hidden = false;
  some();
})();
