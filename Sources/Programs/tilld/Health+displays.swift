// SPDX-License-Identifier: Apache-2.0

import DisplayService
import SelfScan
import TillAPI
import TillCore

extension Health {
    /// How the customer screens do, and how codes stand on them. No device is asked: one that hangs answers nobody.
    func displays() -> [DisplayResource] {
        zip(zip(settings.displays, faults), conditions).map { pair, condition in
            let (display, fault) = pair
            let report = condition.report
            let scan = report?.scan
            return DisplayResource(
                id: display.name, state: fault == nil ? "ok" : "degraded", detail: fault, width: report?.width,
                height: report?.height, pixelMicrometres: report?.pitch,
                code: scan?.result.measure.map(ShownCodeResource.init),
                scan: scan.map {
                    CodeScanResource(
                        result: $0.result.verdict.word, at: WireTime(milliseconds: $0.at.milliseconds),
                        isSample: $0.isSample)
                },
                glass: (report?.glass ?? .notCompared).rawValue, warnings: report?.warnings ?? [])
        }
    }
}

extension ShownCodeResource {
    fileprivate init(_ measure: CodeMeasure) {
        self.init(
            modules: measure.modules, modulePixels: measure.modulePixels,
            moduleMicrometres: measure.moduleMicrometres, quietModules: measure.quietModules,
            distanceMillimetres: measure.distance, farthestMillimetres: measure.farthest)
    }
}
