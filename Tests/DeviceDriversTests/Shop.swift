// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Foundation
import Raster
import Testing

@testable import DeviceDrivers

/// Printers and jobs that several tests use.
enum Shop {
    private static let printers = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Devices/Printers").path

    static func profile(_ id: String) throws -> PrinterProfile {
        let profiles = try PrinterProfiles.load(folder: printers)
        return try #require(profiles[id: id])
    }

    /// A slip of text and a picture, about 9 kB in several segments.
    static func job() throws -> PrintedJob {
        var encoder = EscPosEncoder(pages: [EscPosPage(number: 0, page: .cp437)])
        encoder.initialise(tellsChanges: true)
        try encoder.line("first")
        var picture = try Bitmap(width: 384, height: 180)
        for y in stride(from: 0, to: 180, by: 2) { picture.fill(PixelRect(x: 0, y: y, width: 384, height: 1)) }
        try encoder.raster(picture)
        try encoder.line("last")
        encoder.cut()
        return PrintedJob(encoder.finish())
    }

    /// Limits for printers that never say what is waited for.
    static let impatient = PrintLimits(
        patience: .milliseconds(1500), greeting: .milliseconds(900), stall: .milliseconds(900),
        answer: .milliseconds(300), status: .milliseconds(250), clearing: .milliseconds(250))

    static func printer(
        _ port: any DevicePort, _ id: String, limits: PrintLimits = PrintLimits()
    ) throws -> EscPosPrinter {
        let clock = ContinuousClock()
        let start = clock.now
        return EscPosPrinter(port: port, profile: try profile(id), firstMark: 0, limits: limits) { clock.now - start }
    }

    /// The outcome of a job, whichever it is.
    static func outcome(
        _ printer: EscPosPrinter, _ job: PrintedJob
    ) async -> Result<PrintResult, PrintFailure> {
        do {
            return .success(try await printer.print(job))
        } catch {
            return .failure(error)
        }
    }
}
