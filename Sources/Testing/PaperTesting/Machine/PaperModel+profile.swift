// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
package import DeviceProfiles

extension PaperModel {
    /// What a file in `Devices/Printers` would say of it.
    ///
    /// - Throws: ``ProfileError`` if the text below is wrong.
    package func profile() throws(ProfileError) -> PrinterProfile? {
        let text = """
            id: \(name)
            vendor: Any
            model: played
            support: expected
            source: made up
            print: { dpi: 203, paper: { 58: { dots: 384 } }, vertical_unit: 203, line_spacing_dots: 30, blade_dots: 0 }
            fonts: { A: [12, 24] }
            text: { pages: { 0: cp437 }, kanji: none, utf8: false, cancel_kanji: true }
            image: { modes: [raster], max_rows: 128, max_bytes: 4096, doubling: true, realtime_in_data: true }
            qr: { mode: raster, native: false, native_max: 0, ink_trim: 0 }
            status:
              realtime: \(tier != .silent)
              asb: \(tellsChanges)
              gs_r: \(tier == .ordered)
              process_id: \(tier == .marks)
              counters: \(counts)
              clear: \(clears)
            mechanism:
              cutter: partial
              drawer_pins: [2]
              pulse_ms: [100, 500]
              buzzer: none
              speed: \(speed)
              buffer_bytes: \(bufferBytes)
            quirks: { loses_buffer_on: [\(losesBufferOnCover ? "cover_open" : "")], cr_is_lf: false, needs_pacing: 0 }
            """
        return try PrinterProfiles(texts: ["\(name).yaml": text])[id: name]
    }
}
