// SPDX-License-Identifier: Apache-2.0
#include "CZXing.h"

#include <algorithm>

#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

int32_t czxing_read(const uint8_t *levels, int32_t width, int32_t height, int32_t stride, czxing_threshold threshold,
                    czxing_code *codes, size_t codes_max, uint8_t *payload, size_t payload_max) {
    if (levels == nullptr || codes == nullptr || payload == nullptr || codes_max == 0 || width <= 0 || height <= 0 ||
        stride < width)
        return CZXING_MISUSED;
    // An exception that reached Swift would end the process.
    try {
        const bool middle = threshold == CZXING_IN_THE_MIDDLE;
        const auto hints = ZXing::DecodeHints()
                               .setFormats(ZXing::BarcodeFormat::QRCode)
                               .setTryHarder(true)
                               .setTryRotate(false)
                               .setTryDownscale(false)
                               .setMaxNumberOfSymbols(CZXING_CODES_MAX)
                               .setBinarizer(middle ? ZXing::Binarizer::FixedThreshold
                                                    : ZXing::Binarizer::LocalAverage);
        const ZXing::ImageView view(levels, width, height, ZXing::ImageFormat::Lum, stride, 1);
        int32_t count = 0;
        size_t used = 0;
        for (const auto &found : ZXing::ReadBarcodes(view, hints)) {
            if (static_cast<size_t>(count) == codes_max) break;
            if (!found.isValid()) continue;
            const auto &bytes = found.bytes();
            if (bytes.size() > payload_max - used) continue;
            std::copy(bytes.begin(), bytes.end(), payload + used);
            auto &code = codes[count];
            code.offset = used;
            code.length = bytes.size();
            for (int corner = 0; corner < 4; corner++) {
                code.x[corner] = found.position()[corner].x;
                code.y[corner] = found.position()[corner].y;
            }
            code.is_mirrored = found.isMirrored() ? 1 : 0;
            used += bytes.size();
            count += 1;
        }
        return count;
    } catch (...) {
        return CZXING_FAILED;
    }
}

int32_t czxing_version(void) {
    return ZXING_VERSION_MAJOR * 10000 + ZXING_VERSION_MINOR * 100 + ZXING_VERSION_PATCH;
}
