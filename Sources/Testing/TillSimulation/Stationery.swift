// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Raster
import Receipts

/// The paper of a played terminal: a printer that knows text and little else.
enum Stationery {
    /// Makes slips for it.
    ///
    /// - Throws: what the profile or the fonts throw.
    static func renderer() throws -> ReceiptRenderer {
        guard let profile = try PrinterProfiles(texts: ["simulated.yaml": profile])[id: "simulated"] else {
            throw SimulationError.missing("the printer's profile")
        }
        return ReceiptRenderer(profile: profile, setter: TypeSetter())
    }

    private static let profile = """
        id: simulated
        vendor: Any
        model: played receipt printer
        support: expected
        source: made up for the simulation
        print:
          dpi: 203
          paper: { 80: { dots: 576 } }
          vertical_unit: 203
          line_spacing_dots: 30
          blade_dots: 0
        fonts: { A: [12, 24], B: [9, 17] }
        text:
          pages: { 0: cp437 }
          kanji: none
          utf8: false
          cancel_kanji: true
        image:
          modes: [raster]
          max_rows: 128
          max_bytes: 4096
          doubling: true
          realtime_in_data: true
        qr: { mode: raster, native: false, native_max: 0, ink_trim: 0 }
        status:
          realtime: true
          asb: false
          gs_r: false
          process_id: false
          counters: false
          clear: false
        mechanism:
          cutter: none
          drawer_pins: [2]
          pulse_ms: [100, 500]
          buzzer: none
          speed: 90
          buffer_bytes: 4096
        quirks: { loses_buffer_on: [cover_open], cr_is_lf: true, needs_pacing: 0 }
        """
}
